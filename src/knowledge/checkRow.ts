import { z } from 'zod';
import { COMPOSITIONS, composedEntrySchema, curatedEntrySchema, TABLES, type Table } from './schema.ts';

const talkSchema = z.strictObject({
  id: z.string().regex(/^talk\.[a-z-]+$/, 'a class of small talk is called talk.greeting'),
  phrasings: z.strictObject({ id: z.array(z.string().min(1)).min(1), en: z.array(z.string().min(1)).min(1) }),
});

/** Every table of the knowledge, the curated and composed entries and the small talk among them. */
export const TABLE_NAMES: readonly string[] = ['entries', 'talk', ...Object.keys(TABLES)];

const IN_INDONESIAN = { error: z.locales.id().localeError };

/** What is wrong with one field of a row. */
export interface RowFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A row as its table wants it, or what is wrong with it. */
export type CheckedRow = { readonly row: unknown } | { readonly faults: readonly RowFault[] };

/**
 * Checks one row by itself, field by field. References to other rows are checked by `checkKnowledge`.
 *
 * @param language of what is said about faults; rules with words of their own say them in English
 */
export function checkRow(table: string, value: unknown, language: 'id' | 'en' = 'en'): CheckedRow {
  const schema = schemaOf(table, value);
  if (!schema)
    return { faults: [{ path: [], message: `no table is called "${table}"; there are ${TABLE_NAMES.join(', ')}` }] };
  const checked = schema.safeParse(value, language === 'id' ? IN_INDONESIAN : undefined);
  if (checked.success) return { row: checked.data };
  return { faults: checked.error.issues.map(({ path, message }) => ({ path, message })) };
}

function schemaOf(table: string, value: unknown): z.ZodType | undefined {
  if (table === 'talk') return talkSchema;
  if (table !== 'entries') return TABLES[table as Table];
  const { id } = (value ?? {}) as { id?: unknown };
  return typeof id === 'string' && id in COMPOSITIONS ? composedEntrySchema : curatedEntrySchema;
}

/**
 * The key of a row in its table: its id, or what tells rows without one apart.
 *
 * @param row checked
 */
export function keyOfRow(table: string, row: unknown): string {
  const { id, topic, agreement, product, language, word } = row as Readonly<Record<string, string | undefined>>;
  if (table === 'routes') return [topic, agreement ?? '', product ?? ''].join('/');
  if (table === 'spellings') return `${language}/${word}`;
  return String(id);
}
