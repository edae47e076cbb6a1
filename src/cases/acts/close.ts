import type { Outcome } from '../case.ts';
import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';
import { NOT_WATCHING } from '../promise.ts';
import { choiceOf, telling } from '../tellings.ts';

/** Ends a case. She is told unless she did it herself; she can have it opened again. */
export function close(desk: CaseDesk, acting: Acting, outcome: Outcome, words?: string): Decide {
  return deciding('close', desk, acting, (kase, bench) => ({
    set: { ...NOT_WATCHING, closedAt: bench.now, outcome, waitingSince: null, attention: null },
    ...(words !== undefined && { words }),
    detail: { outcome },
    tell:
      acting.actor.kind === 'exporter'
        ? undefined
        : telling(bench, kase, outcome === 'no-reaction' ? 'closedByItself' : 'closed', {
            ...(words !== undefined && { words }),
            choices: [choiceOf(bench, kase, 'reopen')],
            handoff: 'completed',
          }),
    revokes: true,
  }));
}
