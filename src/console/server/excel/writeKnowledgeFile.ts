import type { Feature, Row, Sheet } from 'write-excel-file/node';
import writeXlsxFile from 'write-excel-file/node';
import type { LiveRow } from '../../../knowledge/index.ts';
import { cellOf } from './cells.ts';
import { type Content, choiceLists } from './choiceLists.ts';
import { type CellKind, type Column, EXCEL_TABLES, type SheetPlan, sheetsOf } from './columns.ts';
import { harmless } from './harmless.ts';
import { columnName, FILE_WORDS, type Language, sheetName } from './labels.ts';
import { leadOf } from './leadOf.ts';
import { isKeyless } from './readHead.ts';

/** What is written into a workbook. */
export interface Export {
  readonly rows: readonly LiveRow[];
  /** A table, or `all`. */
  readonly table: string;
  readonly language: Language;
}

/**
 * Writes tables as a workbook that can be changed and brought back: a sheet for each table and for each of its lists,
 * with titles to read, a hidden line of names that stay, and the revision that each row had.
 *
 * Every text is written as text; see {@link harmless}.
 */
export async function writeKnowledgeFile({ rows, table, language }: Export): Promise<Uint8Array> {
  const tables = table === 'all' ? EXCEL_TABLES : EXCEL_TABLES.filter((name) => name === table);
  const sheets = tables.flatMap((name) => {
    const own = rows.filter((row) => row.table === name);
    return sheetsOf(name).map((plan) => sheetOf(plan, own, language));
  });
  const whole = [guideSheet(language), ...sheets];
  const features = [HIDDEN_NAMES, choiceLists(tables.flatMap(sheetsOf), language)];
  return new Uint8Array(await writeXlsxFile(whole, { features }).toBuffer());
}

type Item = Readonly<Record<string, unknown>>;
type Written = Sheet<Content>;

const HEAD = { type: String, fontWeight: 'bold', wrap: true, alignVertical: 'top', height: 32 } as const;
const HEAD_COLOUR = { backgroundColor: '#0b6e4f', textColor: '#ffffff' } as const;
const OURS_COLOUR = { backgroundColor: '#dfe7e3', textColor: '#33413c' } as const;
const LINE_HEIGHT = 48;

const WIDTHS: Readonly<Record<CellKind, number>> = {
  text: 48,
  words: 40,
  code: 18,
  day: 14,
  'yes-no': 14,
  choice: 18,
};

function sheetOf(plan: SheetPlan, rows: readonly LiveRow[], language: Language): Written {
  const lead = leadOf(plan, language);
  const fields = plan.columns.map((column) => ({
    ...{ name: column.path.join('.'), title: columnName(column, language), width: widthOf(column) },
  }));
  return {
    sheet: sheetName(plan, language),
    stickyRowsCount: 2,
    stickyColumnsCount: 1 + plan.lists.length,
    columns: [...lead, ...fields].map(({ width }) => ({ width })),
    data: [
      [...lead.map(({ title }) => ({ ...HEAD, ...OURS_COLOUR, value: title })), ...fields.map(headCell)],
      [...lead, ...fields].map(({ name }) => ({ type: String, value: name })),
      ...rows.flatMap((row) => linesOf(plan, row, language)),
    ],
  };
}

function headCell({ title }: { title: string }) {
  return { ...HEAD, ...HEAD_COLOUR, value: title };
}

function widthOf({ kind, path }: Column): number {
  return path.includes('phrasings') ? WIDTHS.text : WIDTHS[kind];
}

/** One line for the row, or one for each item of the list. */
function linesOf(plan: SheetPlan, { key, value, revision, table }: LiveRow, language: Language): Row[] {
  return itemsOf(value as Item, plan.lists).map(({ item, positions }) => {
    const isKeyShown = !isKeyless(table) || plan.lists.length > 0 || key !== '';
    const lead = [
      textCell(isKeyShown ? key : ''),
      ...positions.map(numberCell),
      ...(plan.lists.length > 0 ? [null] : []),
    ];
    return [...lead, numberCell(revision), ...plan.columns.map((column) => fieldCell(column, item, language))];
  });
}

function itemsOf(item: Item, lists: readonly string[], positions: readonly number[] = []): Placed[] {
  const [list, ...inner] = lists;
  if (list === undefined) return [{ item, positions }];
  const items = (item[list] ?? []) as readonly Item[];
  return items.flatMap((one, at) => itemsOf(one, inner, [...positions, at + 1]));
}

interface Placed {
  readonly item: Item;
  readonly positions: readonly number[];
}

function fieldCell(column: Column, item: Item, language: Language) {
  const value = column.path.reduce<unknown>((tree, name) => (tree as Item | undefined)?.[name], item);
  const content = cellOf(column, value, language);
  if (content === null) return null;
  if (content instanceof Date) return { ...CELL, type: Date, value: content, format: 'yyyy-mm-dd' };
  return { ...CELL, type: String, value: content };
}

const CELL = { wrap: true, alignVertical: 'top', height: LINE_HEIGHT } as const;

function textCell(value: string) {
  return { ...CELL, type: String, value: harmless(value), wrap: false };
}

function numberCell(value: number) {
  return { ...CELL, type: Number, value, wrap: false };
}

function guideSheet(language: Language): Written {
  const { guideSheet: sheet, guide } = FILE_WORDS[language];
  const [title, ...lines] = guide;
  return {
    sheet,
    columns: [{ width: 110 }],
    data: [
      [{ ...HEAD, ...HEAD_COLOUR, value: title ?? '' }],
      ...lines.map((value) => [{ type: String, value, wrap: true, alignVertical: 'top' as const }]),
    ],
  };
}

/** The line of names beneath the titles is there for us, not for who reads the sheet. */
const HIDDEN_NAMES: Feature<Content> = {
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transformElementAttributes: (tag, attributes, index, { stickyRowsCount }) =>
          tag === 'row' && index === 1 && stickyRowsCount === 2 ? { ...attributes, hidden: '1' } : attributes,
      },
    },
  },
};
