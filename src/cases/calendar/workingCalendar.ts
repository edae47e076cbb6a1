import type { Rules } from '../settings.ts';
import { holidaysOf } from './holidays.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** WIB is UTC+7 all year. */
const WIB = 7 * 60 * MINUTE;
/** No chain of days off is longer; a calendar that says otherwise is broken. */
const MOST_DAYS = 4_000;

/** Reckons with the centre's working time: Monday to Friday, its hours, without holidays and joint leave, in WIB. */
export interface WorkingCalendar {
  isWorkingDay(day: string): boolean;
  /**
   * The end of the n-th working day after the one on which something came in.
   *
   * What comes in after hours, or on a day off, came in on the next working day: Friday evening and one day is Tuesday.
   */
  endOfWorkingDay(from: Date, days: number): Date;
  addWorkingMinutes(from: Date, minutes: number): Date;
  /** So many whole days of working time later, and then the end of that day: from the end of Monday, one is Tuesday's. */
  workingDaysLater(from: Date, days: number): Date;
  /** Working time from one moment to a later one; 0 when it is not later. */
  workingMinutesBetween(from: Date, to: Date): number;
}

/** Makes the calendar from the settings and staff's list. */
export function openCalendar({ settings, daysOff }: Rules): WorkingCalendar {
  const listed = new Map(daysOff.map(({ day, isOff }) => [day, isOff]));
  const [opens, closes] = [minutesOf(settings.opensAt), minutesOf(settings.closesAt)];

  function isWorkingDay(day: string): boolean {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    const isOff = listed.get(day) ?? holidaysOf(Number(day.slice(0, 4))).has(day);
    // Staff may declare a Saturday a working day, and only they.
    return weekday === 0 || weekday === 6 ? listed.get(day) === false : !isOff;
  }

  /** The first working day from this one on. */
  function nextWorkingDay(day: string): string {
    let next = day;
    for (let tries = 0; tries < MOST_DAYS; tries++, next = dayAfter(next)) if (isWorkingDay(next)) return next;
    throw new RangeError(`no working day within ${MOST_DAYS} days after ${day}`);
  }

  /** The first moment of working time at or after this one. */
  function startOfWork(from: Date): Date {
    const day = dayOf(from);
    if (isWorkingDay(day) && from < momentOf(day, closes)) return later(from, momentOf(day, opens));
    return momentOf(nextWorkingDay(dayAfter(day)), opens);
  }

  function addWorkingMinutes(from: Date, minutes: number): Date {
    let at = startOfWork(from);
    for (let left = minutes; ; ) {
      const end = momentOf(dayOf(at), closes);
      const today = (end.getTime() - at.getTime()) / MINUTE;
      if (left <= today) return new Date(at.getTime() + left * MINUTE);
      left -= today;
      at = startOfWork(end);
    }
  }

  return {
    isWorkingDay,
    endOfWorkingDay(from, days) {
      let day = dayOf(startOfWork(from));
      for (let left = days; left > 0; left--) day = nextWorkingDay(dayAfter(day));
      return momentOf(day, closes);
    },
    addWorkingMinutes,
    workingDaysLater(from, days) {
      const at = addWorkingMinutes(from, days * (closes - opens));
      return momentOf(dayOf(new Date(at.getTime() - 1)), closes);
    },
    workingMinutesBetween(from, to) {
      let minutes = 0;
      for (let at = startOfWork(from); at < to; ) {
        const end = momentOf(dayOf(at), closes);
        minutes += (Math.min(end.getTime(), to.getTime()) - at.getTime()) / MINUTE;
        at = startOfWork(end);
      }
      return Math.max(0, minutes);
    },
  };
}

function minutesOf(hour: string): number {
  const [hours = 0, minutes = 0] = hour.split(/[.:]/).map(Number);
  return hours * 60 + minutes;
}

function dayOf(moment: Date): string {
  return new Date(moment.getTime() + WIB).toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

function momentOf(day: string, minutes: number): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) - WIB + minutes * MINUTE);
}

function later(one: Date, other: Date): Date {
  return one > other ? one : other;
}
