import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';
import { watching } from '../promise.ts';
import { telling } from '../tellings.ts';

const MOST_DAYS = 120;
const DAY_MS = 86_400_000;

/**
 * Gives the exporter a new date, with the reason: the end of that day, or of the next working day after it.
 *
 * @param day `2026-08-14`, later than today and within 120 days
 */
export function postpone(desk: CaseDesk, acting: Acting, day: string, reason: string): Decide {
  return deciding('postpone', desk, acting, (kase, bench) => {
    const start = Date.parse(`${day}T00:00:00+07:00`);
    const isPossible = start > bench.now.getTime() && start < bench.now.getTime() + MOST_DAYS * DAY_MS;
    if (!isPossible) return { refused: 'bad-date' };
    const by = bench.calendar.endOfWorkingDay(new Date(start), 0);
    return {
      set: {
        acceptedAt: kase.acceptedAt ?? (kase.unit === null ? null : bench.now),
        firstReplyAt: kase.firstReplyAt ?? bench.now,
        promisedAt: by,
        attention: null,
        ...watching(bench, by, 'answer'),
      },
      words: reason,
      detail: { until: by.toISOString() },
      tell: telling(bench, kase, 'postponed', { promise: by, words: reason }),
    };
  });
}
