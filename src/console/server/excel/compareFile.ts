import type { ExcelJobs } from './excelWorker.ts';
import { movedRows } from './movedRows.ts';
import { planImport } from './planImport.ts';
import { readLines } from './readLines.ts';
import { readWorkbook } from './readWorkbook.ts';
import type { Standing } from './standing.ts';

/** Reads a file and works out what it would change, or says what has to be known first. */
export async function compareFile(bytes: Uint8Array, standing: Standing): Promise<ExcelJobs['plan']['gives']> {
  const sheets = await readWorkbook(bytes);
  if (typeof sheets === 'string') return sheets;
  const read = readLines(sheets);
  const moved = standing.bases ? [] : movedRows(read, standing.rows);
  return moved.length > 0 ? { needs: moved } : planImport(read, standing);
}
