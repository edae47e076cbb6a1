import type { Language } from './words.ts';

const WIB = 'Asia/Jakarta';
const LOCALES: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/**
 * A calendar day in words: "24 November 2026".
 *
 * @param day `2026-11-24`
 */
export function sayDay(day: string, language: Language): string {
  const moment = new Date(`${day}T00:00:00+07:00`);
  return new Intl.DateTimeFormat(LOCALES[language], {
    timeZone: WIB,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  }).format(moment);
}

/** A moment in words: "Selasa, 14 Juli 2026, 16.00 WIB", "Tuesday, 14 July 2026, 16.00 WIB". */
export function sayMoment(moment: Date, language: Language): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone: WIB, ...options }).format(moment);
  const weekday = format({ weekday: 'long' });
  const day = format({ day: 'numeric', month: 'long', year: 'numeric' });
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).replace(':', '.');
  return `${weekday}, ${day}, ${time} WIB`;
}
