import { type Moved, movedRows } from './movedRows.ts';
import { type ImportPlan, planImport } from './planImport.ts';
import { readLines } from './readLines.ts';
import { readWorkbook, type Unreadable } from './readWorkbook.ts';
import type { Standing } from './standing.ts';

/** What a file would change; or why it cannot be read; or of which rows it must be told what they said back then. */
export type Compared = ImportPlan | Unreadable | { readonly needs: readonly Moved[] };

/** Reads a file and works out what it would change, or says what has to be known first. */
export async function compareFile(bytes: Uint8Array, standing: Standing): Promise<Compared> {
  const sheets = await readWorkbook(bytes);
  if (typeof sheets === 'string') return sheets;
  const read = readLines(sheets);
  const moved = standing.bases ? [] : movedRows(read, standing.rows);
  return moved.length > 0 ? { needs: moved } : planImport(read, standing);
}
