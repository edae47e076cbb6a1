import Holidays from 'date-holidays';

const calendar = new Holidays('ID', { types: ['public'] });
const years = new Map<number, ReadonlyMap<string, string>>();

/**
 * National holidays of Indonesia by day, `2026-08-17` → its name.
 *
 * Days of the Islamic calendar are reckoned, not seen: the decree of the three ministers may differ by a day and adds
 * joint leave. Staff's own list wins over this one.
 */
export function holidaysOf(year: number): ReadonlyMap<string, string> {
  const known = years.get(year);
  if (known) return known;
  const days = new Map(calendar.getHolidays(year).map(({ date, name }) => [date.slice(0, 10), name]));
  years.set(year, days);
  return days;
}
