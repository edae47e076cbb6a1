import { textOf } from './cells.ts';

/** A value in words, for who compares. */
export function inWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (typeof value !== 'object') return textOf(value as string);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join('\n');
  return Object.values(value).map(inWords).filter(Boolean).join(' · ');
}
