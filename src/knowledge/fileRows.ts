import { keyOfRow } from './checkRow.ts';
import { contentHash } from './contentHash.ts';
import type { LoadedKnowledge } from './loadKnowledge.ts';
import type { FileRow } from './mergeRow.ts';

/** The rows of the files as they are merged into the store. */
export function fileRowsOf({ located }: LoadedKnowledge): FileRow[] {
  return located.map(({ table, row }) => ({ table, key: keyOfRow(table, row), value: row, hash: contentHash(row) }));
}
