import i18next from 'i18next';

const ZONE = 'Asia/Jakarta';

/** `Selasa, 14 Juli 2026`, a day in WIB. */
export function dayOf(moment: string | Date): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE } as const;
  return new Intl.DateTimeFormat(localeOf(), format).format(new Date(moment));
}

/** `14 Jul 2026`, for columns. */
export function shortDayOf(moment: string | Date): string {
  const format = { day: 'numeric', month: 'short', year: 'numeric', timeZone: ZONE } as const;
  return new Intl.DateTimeFormat(localeOf(), format).format(new Date(moment));
}

/** `16.00 WIB`. */
export function clockOf(moment: string | Date): string {
  const format = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE } as const;
  return `${new Intl.DateTimeFormat(localeOf(), format).format(new Date(moment))} WIB`;
}

/** `14 Jul 2026, 16.00 WIB`. */
export function momentOf(moment: string | Date): string {
  return `${shortDayOf(moment)}, ${clockOf(moment)}`;
}

/** `Selasa, 14 Juli 2026, 16.00 WIB`, in the language of who reads it, whatever that of the page is. */
export function momentIn(moment: string, language: 'id' | 'en'): string {
  const locale = language === 'en' ? 'en-GB' : 'id-ID';
  const day = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', timeZone: ZONE } as const;
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: ZONE } as const;
  const [on, at] = [day, clock].map((format) => new Intl.DateTimeFormat(locale, format).format(new Date(moment)));
  return `${on}, ${at?.replace(':', '.')} WIB`;
}

/** `Selasa`. */
export function weekdayOf(moment: string | Date): string {
  return new Intl.DateTimeFormat(localeOf(), { weekday: 'long', timeZone: ZONE }).format(new Date(moment));
}

/** `2026-07-14`, for comparing. */
export function dayInWib(moment: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: ZONE }).format(moment);
}

function localeOf(): string {
  return i18next.language === 'en' ? 'en-GB' : 'id-ID';
}
