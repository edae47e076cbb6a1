import { useSyncExternalStore } from 'react';

/** Where one is: `#/pengetahuan/entries/ska-terlambat?cari=ska`. */
export interface Where {
  /** Parts of the path, decoded: `['pengetahuan', 'entries', 'ska-terlambat']`. */
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
}

/** Where one is, followed. */
export function useWhere(): Where {
  const hash = useSyncExternalStore(follow, () => location.hash);
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  return { parts: path.split('/').filter(Boolean).map(decodeURIComponent), query: new URLSearchParams(search) };
}

/** The address of a place in the console, for links. Keys may hold anything. */
export function hrefTo(parts: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(pairs).toString();
  return `#/${parts.map(encodeURIComponent).join('/')}${search ? `?${search}` : ''}`;
}

/** Goes there. */
export function goTo(parts: readonly string[], query: Readonly<Record<string, string | undefined>> = {}): void {
  location.hash = hrefTo(parts, query);
}

/** Changes the query of the place where one is, without a step back in the browser's history. */
export function changeQuery(change: Readonly<Record<string, string | undefined>>): void {
  const [path = '', search = ''] = location.hash.split('?');
  const query = { ...Object.fromEntries(new URLSearchParams(search)), ...change };
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const next = new URLSearchParams(pairs).toString();
  history.replaceState(null, '', `${path || '#/'}${next ? `?${next}` : ''}`);
  dispatchEvent(new HashChangeEvent('hashchange'));
}

function follow(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}
