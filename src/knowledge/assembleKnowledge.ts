import { createHash } from 'node:crypto';
import type { Entry, Knowledge, TalkClass } from './knowledge.ts';

/** A checked row of one table. */
export interface TableRow {
  readonly table: string;
  readonly row: unknown;
}

/** Puts checked rows together. Of two rows with one id the later one counts; who reads files reports them. */
export function assembleKnowledge(rows: readonly TableRow[]): Knowledge {
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

function hashOf(rows: readonly TableRow[]): string {
  const hash = createHash('sha256');
  for (const { table, row } of rows) hash.update(JSON.stringify([table, row]));
  return hash.digest('hex');
}
