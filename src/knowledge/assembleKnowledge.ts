import { createHash } from 'node:crypto';
import { keyOfRow } from './checkRow.ts';
import { contentHash } from './contentHash.ts';
import type { Entry, Knowledge, TalkClass } from './knowledge.ts';

/** A checked row of one table. */
export interface TableRow {
  readonly table: string;
  readonly row: unknown;
}

/**
 * Puts checked rows together, in the order of their keys: wherever they come from, the same rows are the same
 * knowledge, and the matcher learns the same from it. Of two rows with one id the later one counts; who reads files
 * reports them.
 */
export function assembleKnowledge(given: readonly TableRow[]): Knowledge {
  const rows = inOrder(given);
  return {
    entries: byId<Entry>(rows, 'entries'),
    agreements: byId(rows, 'agreements'),
    destinations: byId(rows, 'destinations'),
    products: byId(rows, 'products'),
    regulations: byId(rows, 'regulations'),
    documents: byId(rows, 'documents'),
    liaisons: byId(rows, 'liaisons'),
    programmes: byId(rows, 'programmes'),
    terms: byId(rows, 'terms'),
    talk: [...byId<TalkClass>(rows, 'talk').values()],
    routes: listOf(rows, 'routes'),
    spellings: listOf(rows, 'spellings'),
    hash: hashOf(rows),
  };
}

function byId<T>(rows: readonly TableRow[], table: string): Map<string, T> {
  return new Map(rows.filter((one) => one.table === table).map(({ row }) => [(row as { id: string }).id, row as T]));
}

function listOf<T>(rows: readonly TableRow[], table: string): T[] {
  return rows.filter((one) => one.table === table).map(({ row }) => row as T);
}

function inOrder(rows: readonly TableRow[]): TableRow[] {
  const keyed = rows.map((one) => ({ one, name: `${one.table}/${keyOfRow(one.table, one.row)}` }));
  return keyed.sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name))).map(({ one }) => one);
}

function hashOf(rows: readonly TableRow[]): string {
  const hash = createHash('sha256');
  for (const { table, row } of rows) hash.update(table).update(contentHash(row));
  return hash.digest('hex');
}
