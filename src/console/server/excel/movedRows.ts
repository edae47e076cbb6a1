import type { LiveRow } from '../../../knowledge/index.ts';
import type { ReadLines } from './readLines.ts';

/** Rows of the file that were exported from another revision than the one that is live. */
export function movedRows({ lines }: ReadLines, rows: readonly LiveRow[]) {
  const live = new Map(rows.map((row) => [`${row.table}/${row.key}`, row.revision]));
  const moved = new Map<string, { table: string; key: string; revision: number }>();
  for (const { plan, key, revision } of lines) {
    const stands = live.get(`${plan.table}/${key}`);
    if (revision !== null && stands !== undefined && stands !== revision)
      moved.set(`${plan.table}/${key}@${revision}`, { table: plan.table, key, revision });
  }
  return [...moved.values()];
}
