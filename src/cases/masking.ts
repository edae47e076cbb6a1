import type { Personal } from './case.ts';
import { type KnownName, namesIn } from './names.ts';

/** Hides what says who somebody is. */
export type Mask = (text: string) => string;

/**
 * Hides numbers and addresses of people in a text that officials read: e-mail, phone, NIK, NPWP, accounts.
 *
 * What an official needs to find a shipment stays: container, B/L, NPE and aju numbers, HS codes, dates, sums. Those look
 * otherwise: letters before the digits, 26 digits for an aju number, dots in pairs for an HS code.
 */
export function maskPersonal(text: string): string {
  return PATTERNS.reduce((masked, [pattern, mask]) => masked.replace(pattern, mask), text);
}

const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '[e-mail]'],
  // NPWP as printed, 99.999.999.9-999.999
  [/(?<!\d)\d{2}\.\d{3}\.\d{3}\.\d[-.]\d{3}\.\d{3}(?!\d)/g, '[NPWP]'],
  // NIK and the 16-digit NPWP
  [/(?<![\d/-])\d{4}[ -]?\d{4}[ -]?\d{4}[ -]?\d{4}(?![\d/-])/g, '[NIK/NPWP]'],
  [/\b(rek(?:ening)?|account|no\.? ?rek|bank \w+)([^\d\n]{0,20})\d[\d -]{6,20}\d/giu, '$1$2[rekening]'],
  [/(?<![\p{L}\d.])(?:\+\s?62|62|0)[\s.()-]*8\d(?:[\s.()-]?\d){6,11}(?!\d)/gu, '[telepon]'],
  [/(?<![\p{L}\d.])(?:\+\s?62[\s.()-]*|\(?0)\d{2,3}\)?[\s.-]\d{3,4}[\s.-]?\d{3,5}(?!\d)/gu, '[telepon]'],
  [/(?<![\p{L}\d])\+\d{1,3}(?:[\s.()-]?\d){7,12}(?!\d)/gu, '[telepon]'],
];

const MASKS: Readonly<Record<KnownName['kind'], string>> = { person: '[nama]', company: '[nama usaha]' };

/**
 * Hides, beside that, the names that are known of this exporter: what she gave as her company at the intake, and how she
 * introduced herself in the talk.
 *
 * @param personal of the case; null: only what looks personal by itself
 */
export function maskOf(personal: Personal | null): Mask {
  const names = personal ? namesIn(personal) : [];
  return (text) => names.reduce((masked, name) => hide(masked, name), maskPersonal(text));
}

/**
 * The same for the one line that says which company it is: an official needs it to find the shipment. People's names in it
 * are hidden.
 */
export function maskInCompanyLine(personal: Personal | null): Mask {
  const people = personal ? namesIn(personal).filter(({ kind }) => kind === 'person') : [];
  return (text) => people.reduce((masked, name) => hide(masked, name), maskPersonal(text));
}

function hide(text: string, { kind, words, isAddressed }: KnownName): string {
  const spelt = words.split(/\s+/).map(escaped).join('\\s+');
  const before = isAddressed
    ? '(?<=\\b(?:pak|bu|bapak|ibu|mas|mbak|kak|saudara|saudari|sdr|sdri|saya|mr|mrs|ms)\\.?\\s+)'
    : '';
  const whole = new RegExp(`${before}(?<![\\p{L}\\p{N}])${spelt}(?![\\p{L}\\p{N}])`, 'giu');
  return text.replace(whole, MASKS[kind]);
}

function escaped(word: string): string {
  return word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
