import { dayInWib, type Knowledge } from '../../../knowledge/index.ts';
import { mayDo } from '../../../staff/index.ts';
import { readToday } from '../../contract/today.ts';
import { deliveryShown } from '../deliveries/deliveryShown.ts';
import type { NoticeStore } from '../notices/noticeStore.ts';
import type { Serve } from '../serve.ts';
import { sinceWhen } from '../unanswered/listUnanswered.ts';
import type { TodayStore } from './todayStore.ts';

const DAY_MS = 24 * 3_600_000;
const WEEK_DAYS = 7;
const MOST_DUE = 8;
const MOST_UNDELIVERED = 10;

/** What needs somebody today, on one page. */
export function todayRoutes(
  { serve, desk }: Serve,
  today: TodayStore,
  knowledge: () => Knowledge,
  notices: Pick<NoticeStore, 'countOpen'>,
) {
  return [
    serve(readToday, async ({ caller }) => {
      const now = desk.clock();
      const weekAgo = daysBefore(now, WEEK_DAYS);
      const [unanswered, drafts, failed, week, before, days] = await Promise.all([
        today.countWaiting(sinceWhen(now)),
        today.countDrafts(),
        today.countFailed(weekAgo),
        today.readWeek(weekAgo, now),
        today.readWeek(daysBefore(now, 2 * WEEK_DAYS), weekAgo),
        today.countByDay(daysBefore(now, WEEK_DAYS - 1)),
      ]);
      const mayCases = mayDo(caller.member.roles, 'read-cases');
      const cases = mayCases ? await today.readCases(now, MOST_DUE) : null;
      const open = mayDo(caller.member.roles, 'recall-answers') ? await notices.countOpen() : 0;
      const troubles = mayCases ? await troublesOf(today, weekAgo) : NO_TROUBLES;
      return {
        notices: open,
        ...{ unanswered, drafts, failed, week, before, ...reviewOf(knowledge(), now), ...troubles },
        days: everyDay(days, now),
        cases: cases && {
          ...cases,
          due: cases.due.map(({ dueAt, ...rest }) => ({
            ...rest,
            dueAt: dueAt.toISOString(),
            isOverdue: dueAt < now,
          })),
        },
      };
    }),
  ];
}

const NO_TROUBLES = { undelivered: null, parked: null, heldWaiting: 0 };

/** What did not reach people, and who waits for a person. */
async function troublesOf(today: TodayStore, since: Date) {
  const [undelivered, parked, heldWaiting] = await Promise.all([
    today.listUndelivered(since, MOST_UNDELIVERED),
    today.listParked(MOST_UNDELIVERED),
    today.countHeldWaiting(),
  ]);
  return {
    undelivered: undelivered.map(({ reason, at, ...rest }) => ({
      ...rest,
      delivery: deliveryShown({ state: 'failed', reason, since: at }),
    })),
    parked: parked.map(({ invitedAt, ...rest }) => ({ ...rest, invitedAt: invitedAt?.toISOString() ?? null })),
    heldWaiting,
  };
}

function reviewOf({ entries }: Knowledge, now: Date) {
  const today = dayInWib(now);
  const all = [...entries.values()];
  return {
    pastReview: all.filter(({ reviewBy }) => reviewBy < today).length,
    unconfirmed: all.filter(({ confirmed }) => !confirmed).length,
  };
}

/** The last seven days, those without a question among them. */
function everyDay(counted: readonly { day: string; count: number }[], now: Date) {
  const counts = new Map(counted.map(({ day, count }) => [day, count]));
  return Array.from({ length: WEEK_DAYS }, (_, n) => {
    const day = dayInWib(daysBefore(now, WEEK_DAYS - 1 - n));
    return { day, count: counts.get(day) ?? 0 };
  });
}

function daysBefore(now: Date, days: number): Date {
  return new Date(now.getTime() - days * DAY_MS);
}
