import Fuse from 'fuse.js';
import type { KnowledgeStore, LiveKnowledge, LiveRow } from '../../../knowledge/index.ts';
import { textsOf, titleOf } from './titleOf.ts';

/** The published rows as the console lists and searches them. */
export interface LiveRows {
  /** Number of the publish they come from. */
  readonly version: number;
  readonly rows: readonly LiveRow[];
  find(table: string, key: string): LiveRow | undefined;
  /** Rows of a table that are like some words, the likeliest first. */
  search(table: string, words: string): readonly LiveRow[];
}

/** Gives the rows of the latest publish; read again only after another one. */
export function openLiveRows(store: KnowledgeStore): () => Promise<LiveRows> {
  let version = -1;
  let current: LiveRows | undefined;
  return async () => {
    if (current && (await store.readVersion()) === version) return current;
    const live = await store.readLive();
    version = live.version;
    current = liveRowsOf(live);
    return current;
  };
}

function liveRowsOf({ rows, version }: LiveKnowledge): LiveRows {
  const byKey = new Map(rows.map((row) => [`${row.table}/${row.key}`, row]));
  const indexes = new Map<string, Fuse<Searched>>();
  return {
    version,
    rows,
    find: (table, key) => byKey.get(`${table}/${key}`),
    search(table, words) {
      const index = indexes.get(table) ?? indexOf(rows.filter((row) => row.table === table));
      indexes.set(table, index);
      return index.search(words).map(({ item }) => item.row);
    },
  };
}

interface Searched {
  readonly row: LiveRow;
  readonly title: string;
  readonly texts: string[];
}

const WEIGHTS = [
  { name: 'row.key', weight: 2 },
  { name: 'title', weight: 3 },
  { name: 'texts', weight: 1 },
];

/** Every word must be found somewhere; typos are forgiven. */
function indexOf(rows: readonly LiveRow[]): Fuse<Searched> {
  const searched = rows.map((row) => ({ row, title: titleOf(row.table, row.value).id, texts: textsOf(row.value) }));
  return new Fuse(searched, { keys: WEIGHTS, threshold: 0.3, ignoreLocation: true, ignoreFieldNorm: true });
}
