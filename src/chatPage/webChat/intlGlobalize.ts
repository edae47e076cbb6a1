/**
 * Dates, times and sizes for Web Chat, by the browser's own Intl.
 *
 * Takes the place of the Globalize data of forty languages that Web Chat brings along (200 kB). Times are WIB, wherever
 * the exporter's phone may be: offices and deadlines are.
 *
 * @module
 */

interface Globalize {
  dateFormatter(options: unknown): (date: Date) => string;
  relativeTimeFormatter(unit: Intl.RelativeTimeFormatUnit): (count: number) => string;
  unitFormatter(unit: string, options: { form: 'long' | 'short' }): (count: number) => string;
  plural(count: number): string;
}

/** @param language `id` or `en`, from Web Chat's own table */
export default function intlGlobalize(language: string): Globalize {
  const plurals = new Intl.PluralRules(language);
  return {
    dateFormatter: () => (date) => sayDate(language, date),
    relativeTimeFormatter: (unit) => (count) => new Intl.RelativeTimeFormat(language).format(count, unit),
    unitFormatter:
      (unit, { form }) =>
      (count) =>
        new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: form }).format(count),
    plural: (count) => plurals.select(count),
  };
}

const ZONE = 'Asia/Jakarta';

function sayDate(language: string, date: Date): string {
  const day = new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', { dateStyle: 'full', timeZone: ZONE });
  const time = new Intl.DateTimeFormat('id-ID', { hour: '2-digit', minute: '2-digit', timeZone: ZONE });
  return `${day.format(date)}, ${time.format(date)} WIB`;
}
