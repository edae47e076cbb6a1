import { z } from 'zod';
import { composedEntrySchema, curatedEntrySchema, TABLES, type Table } from '../../../knowledge/schema.ts';

/** How a cell is read. `code`: a text that looks like a number when Excel has its way. */
export type CellKind = 'text' | 'code' | 'day' | 'yes-no' | 'choice' | 'words';

/** One field of a row, or of an item of one of its lists. */
export interface Column {
  readonly path: readonly string[];
  readonly kind: CellKind;
  /** What may stand there, for `choice`. */
  readonly options: readonly string[];
  readonly isRequired: boolean;
}

/** A sheet of the workbook: a table, or a list that its rows hold, one item a line. */
export interface SheetPlan {
  /** `products`, `products.markets`, `products.markets.facts`; stands in the hidden line of the sheet. */
  readonly id: string;
  readonly table: string;
  /** Names of the lists, from the row inwards; empty for the table itself. */
  readonly lists: readonly string[];
  readonly columns: readonly Column[];
}

/** As much of JSON Schema as the tables need. */
export interface Schema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly enum?: readonly string[];
  readonly pattern?: string;
}

/** Every table that a workbook can hold, in the order of its sheets. */
export const EXCEL_TABLES: readonly string[] = ['entries', ...Object.keys(TABLES), 'talk'];

const plans = new Map<string, readonly SheetPlan[]>();

/** The sheets of a table, made from the schema that checks its rows: itself first, then its lists. */
export function sheetsOf(table: string): readonly SheetPlan[] {
  const known = plans.get(table);
  if (known) return known;
  const made = sheetsBelow(table, [], schemaOfTable(table));
  plans.set(table, made);
  return made;
}

/** What a row of a table looks like; written and composed entries share one sheet. */
export function schemaOfTable(table: string): Schema {
  return z.toJSONSchema(zodOf(table), { io: 'input', unrepresentable: 'any' }) as Schema;
}

function zodOf(table: string): z.ZodType {
  if (table === 'entries')
    return curatedEntrySchema.extend({ id: z.string(), general: composedEntrySchema.shape.general });
  if (table === 'talk') return z.object({ id: z.string(), phrasings: curatedEntrySchema.shape.phrasings });
  return TABLES[table as Table];
}

function sheetsBelow(table: string, lists: readonly string[], schema: Schema): SheetPlan[] {
  const columns = columnsOf(schema, []).filter(({ path }) => lists.length > 0 || path[0] !== 'id');
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, field]) =>
    isList(field) ? sheetsBelow(table, [...lists, name], field.items ?? {}) : [],
  );
  return [{ id: [table, ...lists].join('.'), table, lists, columns }, ...inner];
}

function columnsOf({ properties = {}, required = [] }: Schema, path: readonly string[]): Column[] {
  return Object.entries(properties).flatMap(([name, field]) => {
    const at = [...path, name];
    if (isList(field)) return [];
    if (field.type === 'object') return columnsOf(field, at);
    return [{ path: at, kind: kindOf(field), options: field.enum ?? [], isRequired: required.includes(name) }];
  });
}

/** Lists of words stand in one cell, one a line; lists of anything else have a sheet. */
function isList({ type, items }: Schema): boolean {
  return type === 'array' && items?.type === 'object';
}

function kindOf({ type, enum: options, pattern }: Schema): CellKind {
  if (options) return 'choice';
  if (type === 'array') return 'words';
  if (type === 'boolean') return 'yes-no';
  if (pattern?.startsWith('^\\d{4}-')) return 'day';
  return pattern ? 'code' : 'text';
}
