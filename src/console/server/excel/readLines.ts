import { type CellContent, FORMULA_MARK, type ReadCell, readCell, textOf } from './cells.ts';
import { type Column, EXCEL_TABLES, type SheetPlan, sheetsOf } from './columns.ts';
import { columnName, FILE_WORDS, sheetName } from './labels.ts';
import { addressOf } from './place.ts';
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

/** A column or sheet that nobody knows: told, and left alone. */
export interface Unknown {
  readonly sheet: string;
  /** Null: the whole sheet. */
  readonly cell: string | null;
  readonly name: string;
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

interface Head {
  readonly at: ReadonlyMap<string, number>;
  readonly columns: readonly { readonly column: Column; readonly at: number }[];
  readonly unknown: readonly Unknown[];
}

/** The columns that are no fields, as the hidden line calls them. */
export const KEY = '#key';
export const REVISION = '#revision';
export const REMOVE = '#remove';
export const positionOf = (list: string) => `#position.${list}`;

function readHead(sheet: ReadSheet, plan: SheetPlan, names: readonly CellContent[]): Head {
  const titles = sheet.rows[0] ?? [];
  const known = namesOfColumns(plan);
  const at = new Map<string, number>();
  const unknown: Unknown[] = [];
  for (let column = 0; column < Math.max(titles.length, names.length); column += 1) {
    const [name, title] = [textOf(names[column] ?? null), textOf(titles[column] ?? null)];
    const found = column === 0 && ID.test(name) ? KEY : (known.get(name) ?? known.get(title.toLowerCase()));
    if (found && !at.has(found)) at.set(found, column);
    else if (name || title || hasContent(sheet, column))
      unknown.push({ sheet: sheet.name, cell: addressOf(0, column), name: title || name });
  }
  const columns = plan.columns.flatMap((column) => {
    const place = at.get(column.path.join('.'));
    return place === undefined ? [] : [{ column, at: place }];
  });
  return { at, columns, unknown };
}

function hasContent({ rows }: ReadSheet, column: number): boolean {
  return rows.some((row) => textOf(row[column] ?? null) !== '');
}

/** Every way in which a column may be called: the hidden name, the path, the titles in both languages. */
function namesOfColumns(plan: SheetPlan): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const column of plan.columns) {
    const name = column.path.join('.');
    for (const alias of [name, columnName(column, 'id').toLowerCase(), columnName(column, 'en').toLowerCase()])
      if (!names.has(alias)) names.set(alias, name);
  }
  for (const words of [FILE_WORDS.id, FILE_WORDS.en]) {
    names.set(words.key.toLowerCase(), KEY).set(words.revision.toLowerCase(), REVISION);
    names.set(words.remove.toLowerCase(), REMOVE);
    for (const list of plan.lists) names.set(positionTitle(words.position, list, plan), positionOf(list));
  }
  for (const name of [KEY, REVISION, REMOVE, ...plan.lists.map(positionOf)]) names.set(name, name);
  return names;
}

function positionTitle(word: string, list: string, { lists }: SheetPlan): string {
  return (lists.length === 1 ? word : `${word} ${list}`).toLowerCase();
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

/** Rows of these are called by their fields. */
export function isKeyless(table: string): boolean {
  return table === 'routes' || table === 'spellings';
}

function readCount(content: CellContent, onFault: () => void): number | null {
  const text = textOf(content);
  if (text === '') return null;
  const count = Number(text);
  if (content !== FORMULA_MARK && Number.isInteger(count) && count >= 0) return count || null;
  onFault();
  return null;
}
