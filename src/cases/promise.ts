import type { WorkingCalendar } from './calendar/workingCalendar.ts';
import type { Case, CaseStanding, DueFor } from './case.ts';
import type { Rules } from './settings.ts';

/** What a deadline is reckoned with. */
interface Reckoning {
  readonly rules: Rules;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
}

const MOST_LEAD_MINUTES = 480;

/** A deadline and when the job looks before it: a working day ahead, or a quarter of a short time. */
export function watching(
  { calendar, now }: Reckoning,
  dueAt: Date,
  dueFor: DueFor,
): Pick<CaseStanding, 'dueAt' | 'dueFor' | 'nextCheckAt' | 'reminders'> {
  const minutes = calendar.workingMinutesBetween(now, dueAt);
  const lead = Math.min(MOST_LEAD_MINUTES, minutes / 4);
  return { dueAt, dueFor, nextCheckAt: calendar.addWorkingMinutes(now, minutes - lead), reminders: 0 };
}

/** Nothing is owed any more. */
export const NOT_WATCHING = { dueAt: null, dueFor: null, nextCheckAt: null, reminders: 0 } as const;

/** The centre's own first reply: one working day, or two working hours when goods are held. */
export function firstReplyBy({ rules: { settings }, calendar, now }: Reckoning, isUrgent: boolean): Date {
  return isUrgent
    ? calendar.addWorkingMinutes(now, settings.urgentReplyHours * 60)
    : calendar.endOfWorkingDay(now, settings.firstReplyDays);
}

/** When a holder's answer is due. */
export function answerBy({ rules: { settings }, calendar, now }: Reckoning, needsCoordination: boolean): Date {
  return calendar.endOfWorkingDay(now, needsCoordination ? settings.coordinatedAnswerDays : settings.answerDays);
}

/** Takes or refuses. */
export function acceptanceBy({ rules: { settings }, calendar, now }: Reckoning): Date {
  return calendar.endOfWorkingDay(now, settings.acceptanceDays);
}

/**
 * What a holder owes from now on, and what the exporter is promised.
 *
 * A unit first accepts, then answers; the desk first replies. A promise once given is not taken back silently: a later
 * date is always told.
 */
export function owedBy(unit: string | null, kase: Pick<Case, 'isUrgent' | 'needsCoordination'>, reckoning: Reckoning) {
  if (unit === null) {
    const by = firstReplyBy(reckoning, kase.isUrgent);
    return { promisedAt: by, ...watching(reckoning, by, 'first-reply') };
  }
  const by = answerBy(reckoning, kase.needsCoordination);
  return { promisedAt: by, ...watching(reckoning, acceptanceBy(reckoning), 'acceptance') };
}

/** The clock that stood still while a case waited for the exporter goes on: what was left is left, a day at least. */
export function resumed(
  kase: Pick<Case, 'waitingSince' | 'promisedAt' | 'needsCoordination'>,
  { calendar, now, rules }: Reckoning,
) {
  const { waitingSince, promisedAt } = kase;
  const left = waitingSince && promisedAt ? calendar.workingMinutesBetween(waitingSince, promisedAt) : 0;
  const least = calendar.endOfWorkingDay(now, 1).getTime();
  const by = new Date(Math.max(calendar.addWorkingMinutes(now, left).getTime(), least));
  return { promisedAt: by, ...watching({ calendar, now, rules }, by, 'answer') };
}
