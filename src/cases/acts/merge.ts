import type { Case } from '../case.ts';
import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';
import { NOT_WATCHING } from '../promise.ts';
import { telling } from '../tellings.ts';

/** What becomes of the two cases of a merge: both moves are kept, or neither. */
export interface Merge {
  /** Ends the one. Its number stays, and leads to the other; its exporter is told there. */
  readonly from: Decide;
  /** Has the other take its words; the exporter hears of it, once, and so does the unit that holds it. */
  readonly into: Decide;
}

/**
 * Makes one of two cases of the same exporter.
 *
 * Words that she did not agree to share do not get into a case that a unit reads: they stay with the number they were
 * given under.
 *
 * @param acting its `seenVersion` is that of the case that goes on
 */
export function merge(desk: CaseDesk, acting: Acting, one: Case, other: Case): Merge {
  const { seenVersion: _, ...unseen } = acting;
  const isForUnit = one.isShared || !other.isShared;
  return {
    from: deciding('merge', desk, unseen, (_kase, bench) => ({
      set: {
        ...{ ...NOT_WATCHING, closedAt: bench.now, waitingSince: null, attention: null },
        ...{ outcome: 'duplicate', mergedInto: other.number },
      },
      detail: { other: other.number, outcome: 'duplicate' },
      revokes: true,
    })),
    into: deciding('absorb', desk, acting, (kase, bench) => ({
      set: { isUrgent: kase.isUrgent || one.isUrgent },
      ...(isForUnit && one.personal && { words: one.personal.problem }),
      detail: { other: one.number },
      tell: telling(bench, kase, 'merged', { other: one.number }),
      mails: isForUnit && kase.unit !== null ? [{ template: 'words', unit: kase.unit }] : [],
    })),
  };
}
