import type { Column } from './columns.ts';
import { harmless, plain } from './harmless.ts';
import { choiceName, FILE_WORDS, type Language } from './labels.ts';
import { dayText, readDay } from './readDay.ts';

/** What stands in a cell, as it is read from a file. */
export type CellContent = string | number | boolean | Date | null;

/** A cell that could not be read; `code` in words: `console-excel:faults`. */
export interface CellFault {
  readonly code: 'formula' | 'not-a-day' | 'not-yes-no' | 'not-a-choice' | 'number-for-code';
  readonly values: Readonly<Record<string, string>>;
}

/** A cell as it was read: nothing said, emptied on purpose, a value, or a fault. */
export type ReadCell =
  | { readonly kind: 'silent' }
  | { readonly kind: 'cleared' }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'fault'; readonly fault: CellFault };

/** Takes the place of a formula before a file is read: none of it, and nothing it came to, goes any further. */
export const FORMULA_MARK = '\uE000formula\uE000';

/** Excel takes no longer text in a cell. */
const MOST_LETTERS = 32_000;

/** A value as its cell shows it; null leaves the cell empty. */
export function cellOf({ kind }: Column, value: unknown, language: Language): string | Date | null {
  if (value === undefined || value === null) return null;
  if (kind === 'yes-no') return FILE_WORDS[language][value === true ? 'yes' : 'no'];
  if (kind === 'day') return new Date(`${String(value)}T00:00:00Z`);
  if (kind === 'choice') return choiceName(String(value), language);
  const text = Array.isArray(value) ? value.join('\n') : String(value);
  return text === '' || text.length > MOST_LETTERS ? null : harmless(text);
}

/** Reads a cell by its column. Whatever Excel makes of days, numbers and yes or no is understood; the rest is a fault. */
export function readCell(column: Column, content: CellContent): ReadCell {
  if (content === null) return { kind: 'silent' };
  if (content === FORMULA_MARK) return faulty('formula');
  const text = textOf(content);
  if (text === '') return { kind: 'silent' };
  if (CLEARED.has(text.toLowerCase())) return { kind: 'cleared' };
  return READERS[column.kind](content, text, column);
}

/** The text of a cell, whatever Excel has made of it. */
export function textOf(content: CellContent): string {
  if (content instanceof Date) return dayText(content);
  const text = String(content ?? '').replace(/\r\n?/g, '\n');
  return plain(text.trim());
}

const CLEARED = new Set([FILE_WORDS.id.cleared, FILE_WORDS.en.cleared]);

type Reader = (content: CellContent, text: string, column: Column) => ReadCell;

const READERS: Readonly<Record<Column['kind'], Reader>> = {
  text: (_, text) => value(text),
  code: (content, text) => (typeof content === 'number' ? faulty('number-for-code', { text }) : value(text)),
  words: (_, text) =>
    value(
      text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    ),
  'yes-no': (_, text) => {
    const word = text.toLowerCase();
    if (YES.has(word)) return value(true);
    return NO.has(word) ? value(false) : faulty('not-yes-no', { text });
  },
  choice: (_, text, { options }) => {
    const word = text.toLowerCase();
    const chosen = options.find((option) =>
      [option, choiceName(option, 'id'), choiceName(option, 'en')].some((name) => name.toLowerCase() === word),
    );
    if (chosen !== undefined) return value(chosen);
    return faulty('not-a-choice', { text, options: options.map((option) => choiceName(option, 'id')).join(', ') });
  },
  day: (content, text) => {
    const day = content instanceof Date ? text : readDay(text);
    return day ? value(day) : faulty('not-a-day', { text });
  },
};

const YES = new Set(['ya', 'yes', 'y', 'true', 'benar', '1', 'x', 'v']);
const NO = new Set(['tidak', 'no', 't', 'n', 'false', 'salah', '0', '-']);

function value(read: unknown): ReadCell {
  return { kind: 'value', value: read };
}

function faulty(code: CellFault['code'], values: CellFault['values'] = {}): ReadCell {
  return { kind: 'fault', fault: { code, values } };
}
