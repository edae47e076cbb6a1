/** A day as people here write it: 2026-11-24, 24/11/2026, 24-11-2026, 24.11.2026, 24 November 2026. */
export function readDay(text: string): string | null {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  if (iso) return dayFrom(iso[1], iso[2], iso[3]);
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text);
  if (local) return dayFrom(local[3], local[2], local[1]);
  const spoken = /^(\d{1,2})\s+([a-z]{3})[a-z]*\.?\s+(\d{4})$/i.exec(text);
  const month = MONTHS.findIndex((names) => names.includes(spoken?.[2]?.toLowerCase() ?? ''));
  return spoken && month >= 0 ? dayFrom(spoken[3], String(month + 1), spoken[1]) : null;
}

const MONTHS = [
  ['jan'],
  ['feb'],
  ['mar'],
  ['apr'],
  ['mei', 'may'],
  ['jun'],
  ['jul'],
  ['agu', 'aug', 'agt'],
  ['sep'],
  ['okt', 'oct'],
  ['nov'],
  ['des', 'dec'],
];

function dayFrom(year = '', month = '', day = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const moment = new Date(`${text}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) || dayText(moment) !== text ? null : text;
}

/** The day of a moment in UTC, which is how Excel keeps days; empty for none. */
export function dayText(moment: Date): string {
  return Number.isNaN(moment.getTime()) ? '' : moment.toISOString().slice(0, 10);
}
