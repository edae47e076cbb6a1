import { type CellContent, FORMULA_MARK, type ReadCell, readCell, textOf } from './cells.ts';
import { type Column, EXCEL_TABLES, type SheetPlan, sheetsOf } from './columns.ts';
import { FILE_WORDS, sheetName } from './labels.ts';
import { type Head, isKeyless, KEY, positionOf, REMOVE, REVISION, readHead, type Unknown } from './readHead.ts';
import type { ReadSheet } from './readWorkbook.ts';

/** One line of a sheet: a row of a table, or an item of one of its lists. */
export interface Line {
  readonly plan: SheetPlan;
  readonly sheet: string;
  /** From 0. */
  readonly row: number;
  readonly keyAt: number;
  /** Empty where the sheet leaves it to us: routes and spellings. */
  readonly key: string;
  /** The revision that was exported; null: the file does not say. */
  readonly revision: number | null;
  /** Which item of each list, from 1; null: a new one. */
  readonly positions: readonly (number | null)[];
  readonly isRemoved: boolean;
  readonly cells: readonly { readonly column: Column; readonly at: number; readonly read: ReadCell }[];
  /** What is wrong with the line before anything is known of its row. */
  readonly faults: readonly { readonly at: number; readonly code: string; readonly values: Record<string, string> }[];
}

/** All lines of a workbook, and what is not understood of it. */
export interface ReadLines {
  readonly lines: readonly Line[];
  readonly unknown: readonly Unknown[];
}

const ID = /^#([\w.]+)$/;

/** Reads the lines of every sheet; columns are found by their hidden names, or by their titles, in any order. */
export function readLines(sheets: readonly ReadSheet[]): ReadLines {
  const read = sheets.map(readSheet);
  return { lines: read.flatMap(({ lines }) => lines), unknown: read.flatMap(({ unknown }) => unknown) };
}

function readSheet(sheet: ReadSheet): ReadLines {
  const namesAt = sheet.rows.findIndex((row) => planOf(ID.exec(String(row[0] ?? ''))?.[1]) !== undefined);
  const plan = planOf(ID.exec(String(sheet.rows[namesAt]?.[0] ?? ''))?.[1]) ?? planCalled(sheet.name);
  if (!plan)
    return { lines: [], unknown: isOurGuide(sheet) ? [] : [{ sheet: sheet.name, cell: null, name: sheet.name }] };
  const head = readHead(sheet, plan, sheet.rows[namesAt] ?? []);
  const lines = sheet.rows.flatMap((cells, row) => {
    const isHead = row === 0 || row === namesAt;
    return isHead || cells.every((cell) => textOf(cell) === '') ? [] : [readLine(sheet, plan, head, cells, row)];
  });
  return { lines, unknown: head.unknown };
}

function planOf(id: string | undefined): SheetPlan | undefined {
  const table = id?.split('.')[0] ?? '';
  return EXCEL_TABLES.includes(table) ? sheetsOf(table).find((plan) => plan.id === id) : undefined;
}

/** A sheet that somebody made by hand, called as ours are. */
function planCalled(name: string): SheetPlan | undefined {
  const wanted = name.trim().toLowerCase();
  return EXCEL_TABLES.flatMap(sheetsOf).find((plan) =>
    [plan.id, sheetName(plan, 'id'), sheetName(plan, 'en')].some((known) => known.toLowerCase() === wanted),
  );
}

function isOurGuide({ name }: ReadSheet): boolean {
  return name === FILE_WORDS.id.guideSheet || name === FILE_WORDS.en.guideSheet;
}

function readLine(sheet: ReadSheet, plan: SheetPlan, head: Head, cells: readonly CellContent[], row: number): Line {
  const faults: { at: number; code: string; values: Record<string, string> }[] = [];
  const contentOf = (name: string) => cells[head.at.get(name) ?? -1] ?? null;
  const fault = (name: string, code: string, values = {}) => {
    faults.push({ at: head.at.get(name) ?? 0, code, values });
  };
  const key = contentOf(KEY) === FORMULA_MARK ? '' : textOf(contentOf(KEY));
  if (contentOf(KEY) === FORMULA_MARK) fault(KEY, 'formula');
  else if (key === '' && (plan.lists.length > 0 || !isKeyless(plan.table))) fault(KEY, 'key-missing');
  return {
    ...{ plan, sheet: sheet.name, row, keyAt: head.at.get(KEY) ?? 0, key, faults },
    revision: readCount(contentOf(REVISION), () => fault(REVISION, 'not-a-number')),
    positions: plan.lists.map((list) => {
      const name = positionOf(list);
      return readCount(contentOf(name), () => fault(name, 'not-a-number'));
    }),
    isRemoved: textOf(contentOf(REMOVE)) !== '',
    cells: head.columns.map(({ column, at }) => ({ column, at, read: readCell(column, cells[at] ?? null) })),
  };
}

function readCount(content: CellContent, onFault: () => void): number | null {
  const text = textOf(content);
  if (text === '') return null;
  const count = Number(text);
  if (content !== FORMULA_MARK && Number.isInteger(count) && count >= 0) return count || null;
  onFault();
  return null;
}
