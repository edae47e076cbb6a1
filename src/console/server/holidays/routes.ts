import { type DayOff, holidaysOf, type StaffDesk } from '../../../cases/index.ts';
import { type CalendarDay, dropHoliday, keepHoliday, listHolidays } from '../../contract/holidays.ts';
import type { Serve } from '../serve.ts';

/** The working calendar that promises are reckoned with. */
export function holidayRoutes({ serve }: Serve, cases: StaffDesk) {
  return [
    serve(listHolidays, async ({ query: { year } }) => ({ days: daysOf(year, (await cases.rules()).daysOff) })),
    serve(keepHoliday, async ({ body, caller, note }) => {
      note({ subject: body.day, isOff: body.isOff });
      await cases.setDayOff(body, caller.member.name);
    }),
    serve(dropHoliday, async ({ body: { day }, caller, note }) => {
      note({ subject: day });
      await cases.clearDayOff(day, caller.member.name);
    }),
  ];
}

/** National holidays and what staff wrote down, by day; theirs counts where both know the day. */
function daysOf(year: number, daysOff: readonly DayOff[]): CalendarDay[] {
  const national = holidaysOf(year);
  const own = daysOff.filter(({ day }) => day.startsWith(`${year}-`));
  const days = [
    ...[...national].map(([day, name]) => ({ day, name, isOff: true, isOwn: false, national: name })),
    ...own.map((kept) => ({ ...kept, isOwn: true, national: national.get(kept.day) ?? null })),
  ];
  const byDay = new Map(days.map((one) => [one.day, one]));
  return [...byDay.values()].sort((a, b) => (a.day < b.day ? -1 : 1));
}
