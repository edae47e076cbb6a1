import { type CellContent, textOf } from './cells.ts';
import type { Column, SheetPlan } from './columns.ts';
import { columnName, FILE_WORDS } from './labels.ts';
import { addressOf } from './place.ts';
import type { ReadSheet } from './readWorkbook.ts';

/** A column or sheet that nobody knows: told, and left alone. */
export interface Unknown {
  readonly sheet: string;
  /** Null: the whole sheet. */
  readonly cell: string | null;
  readonly name: string;
}

/** Which column of a sheet is what. */
export interface Head {
  readonly at: ReadonlyMap<string, number>;
  readonly columns: readonly { readonly column: Column; readonly at: number }[];
  readonly unknown: readonly Unknown[];
}

/** The columns that are no fields, as the hidden line calls them. */
export const KEY = '#key';
export const REVISION = '#revision';
export const REMOVE = '#remove';
export const positionOf = (list: string) => `#position.${list}`;

/** Finds the columns of a sheet, in any order: by their hidden names, else by their titles. */
export function readHead(sheet: ReadSheet, plan: SheetPlan, names: readonly CellContent[]): Head {
  const titles = sheet.rows[0] ?? [];
  const known = namesOfColumns(plan);
  const at = new Map<string, number>();
  const unknown: Unknown[] = [];
  for (let column = 0; column < Math.max(titles.length, names.length); column += 1) {
    const [name, title] = [textOf(names[column] ?? null), textOf(titles[column] ?? null)];
    const found = column === 0 && name.startsWith('#') ? KEY : (known.get(name) ?? known.get(title.toLowerCase()));
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

/** Rows of these are called by their fields. */
export function isKeyless(table: string): boolean {
  return table === 'routes' || table === 'spellings';
}
