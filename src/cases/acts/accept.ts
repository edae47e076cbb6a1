import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';
import { answerBy, watching } from '../promise.ts';
import { telling } from '../tellings.ts';

/** The unit takes the case: from now on it owes an answer by the date the exporter was given. */
export function accept(desk: CaseDesk, acting: Acting): Decide {
  return deciding('accept', desk, acting, (kase, bench) => {
    if (kase.acceptedAt) return { refused: 'wrong-state' };
    const promisedAt = kase.promisedAt ?? answerBy(bench, kase.needsCoordination);
    return {
      set: {
        acceptedAt: bench.now,
        firstReplyAt: kase.firstReplyAt ?? bench.now,
        promisedAt,
        ...watching(bench, promisedAt, 'answer'),
      },
      tell: telling(bench, kase, 'accepted', { promise: promisedAt, handoff: 'accepted' }),
    };
  });
}
