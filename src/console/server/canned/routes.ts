import Fuse from 'fuse.js';
import * as calls from '../../contract/canned.ts';
import type { Desk } from '../desk.ts';
import type { Serve } from '../serve.ts';
import type { Handler } from '../serveCall.ts';
import type { Canned, CannedStore } from './cannedStore.ts';

const MOST_KEPT = 500;
const WEIGHTS = [
  { name: 'title', weight: 2 },
  { name: 'text.id', weight: 1 },
  { name: 'text.en', weight: 1 },
];

/** Staff's saved texts: looked up while answering, written by editors. */
export function cannedRoutes({ serve, desk }: Serve, canned: CannedStore) {
  return [
    serve(calls.listCanned, async ({ query: { words, page, size } }) => {
      const found = search(await canned.list(), words);
      return { replies: found.slice((page - 1) * size, page * size).map(shown), total: found.length };
    }),
    serve(calls.saveCanned, saveWith(desk, canned)),
    serve(calls.removeCanned, async ({ params: { id }, body: { version } }) => {
      const isGone = await canned.remove(id, version);
      return { kind: isGone ? ('removed' as const) : ('conflict' as const) };
    }),
  ];
}

function saveWith({ clock, newId }: Desk, canned: CannedStore): Handler<typeof calls.saveCanned> {
  return async ({ params: { id }, body: { title, text, version }, caller }) => {
    const unknown = unknownIn(text.id) ?? unknownIn(text.en);
    if (unknown !== undefined) return { kind: 'no-such-placeholder', name: unknown };
    if (version === 0 && (await canned.list()).length >= MOST_KEPT) return { kind: 'full' };
    const by = { editedBy: caller.member.name, editedAt: clock() };
    const saved = await canned.save({ id: version === 0 ? newId() : id, title, text, ...by }, version);
    return saved.kind === 'saved' ? saved : { kind: 'conflict', current: saved.current && shown(saved.current) };
  };
}

/** Typos are forgiven; without words all of them, by title. */
function search(all: Canned[], words: string | undefined): Canned[] {
  if (!words) return all;
  const index = new Fuse(all, { keys: WEIGHTS, threshold: 0.3, ignoreLocation: true, ignoreFieldNorm: true });
  return index.search(words).map(({ item }) => item);
}

const KNOWN: ReadonlySet<string> = new Set(calls.PLACEHOLDERS);

function unknownIn(text: string): string | undefined {
  return [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name).find((name) => !KNOWN.has(name));
}

function shown({ editedAt, ...rest }: Canned): calls.CannedReply {
  return { ...rest, editedAt: editedAt.toISOString() };
}
