import { z } from 'zod';
import { call } from './call.ts';

const daySchema = z.object({
  /** A calendar day in WIB. */
  day: z.iso.date(),
  name: z.string(),
  isOff: z.boolean(),
  /** True: staff wrote it down; it wins over the national calendar. */
  isOwn: z.boolean(),
  /** What the national calendar calls the day; null: it knows of nothing. */
  national: z.string().nullable(),
});
export type CalendarDay = z.infer<typeof daySchema>;

/** Holidays, joint leave and exceptions of a year, by day. */
export const listHolidays = call({
  name: 'list-holidays',
  method: 'GET',
  path: '/holidays',
  act: 'read-knowledge',
  query: z.strictObject({ year: z.coerce.number().int().min(2020).max(2100) }),
  reply: z.object({ days: z.array(daySchema) }),
});

/** Writes a day down as off, or as a working day although the calendar says otherwise. It holds at once. */
export const keepHoliday = call({
  name: 'keep-holiday',
  method: 'POST',
  path: '/holidays',
  act: 'keep-calendar',
  body: z.strictObject({ day: z.iso.date(), isOff: z.boolean(), name: z.string().trim().min(3).max(120) }),
});

/** Takes back what staff wrote down; the national calendar holds again. */
export const dropHoliday = call({
  name: 'drop-holiday',
  method: 'POST',
  path: '/holidays/drop',
  act: 'keep-calendar',
  body: z.strictObject({ day: z.iso.date() }),
});
