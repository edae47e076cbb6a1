import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';
import { NOT_WATCHING } from '../promise.ts';
import { CENTRE } from '../routing.ts';
import { choiceOf, telling } from '../tellings.ts';

const DAY_MS = 86_400_000;

/** The reply: it goes to the exporter as it was written, under the name of whoever gave it. */
export function answer(desk: CaseDesk, acting: Acting, words: string): Decide {
  return deciding('answer', desk, acting, (kase, bench) => {
    const by = acting.actor.kind === 'liaison' ? kase.unit : null;
    return {
      set: {
        ...NOT_WATCHING,
        answeredAt: bench.now,
        firstReplyAt: kase.firstReplyAt ?? bench.now,
        acceptedAt: kase.acceptedAt ?? (kase.unit === null ? null : bench.now),
        waitingSince: null,
        attention: null,
        nextCheckAt: new Date(bench.now.getTime() + bench.rules.settings.closeAfterDays * DAY_MS),
      },
      words,
      detail: { from: by ?? CENTRE },
      tell: telling(bench, kase, 'answered', {
        unit: by,
        words,
        choices: [choiceOf(bench, kase, 'solved'), choiceOf(bench, kase, 'not-solved')],
        handoff: 'completed',
      }),
    };
  });
}
