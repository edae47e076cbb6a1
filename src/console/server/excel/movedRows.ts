import type { LiveRow } from '../../../knowledge/index.ts';
import type { ReadLines } from './readLines.ts';

/** A row, and the revision from which the file was made. */
export interface Moved {
  readonly table: string;
  readonly key: string;
  readonly revision: number;
}

/** Rows of the file that were exported from another revision than the one that is live. */
export function movedRows({ lines }: ReadLines, rows: readonly LiveRow[]): Moved[] {
  const live = new Map(rows.map((row) => [`${row.table}/${row.key}`, row.revision]));
  const moved = new Map<string, Moved>();
  for (const { plan, key, revision } of lines) {
    const stands = live.get(`${plan.table}/${key}`);
    if (revision !== null && stands !== undefined && stands !== revision)
      moved.set(`${plan.table}/${key}@${revision}`, { table: plan.table, key, revision });
  }
  return [...moved.values()];
}
