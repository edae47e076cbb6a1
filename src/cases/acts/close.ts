import type { ExportValue, Outcome } from '../case.ts';
import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';
import { NOT_WATCHING } from '../promise.ts';
import { choiceOf, telling } from '../tellings.ts';

/** What came of it, for the reports. */
export interface Result {
  /** Left out: as the outcome says. */
  readonly isResolved?: boolean;
  /** Left out: she told nothing. */
  readonly exportValue?: ExportValue;
}

const RESOLVED: Readonly<Partial<Record<Outcome, boolean>>> = { solved: true, 'not-solved': false };

/** Ends a case. She is told unless she did it herself; she can have it opened again. */
export function close(desk: CaseDesk, acting: Acting, outcome: Outcome, words?: string, result: Result = {}): Decide {
  const { isResolved = RESOLVED[outcome] ?? null, exportValue = null } = result;
  return deciding('close', desk, acting, (kase, bench) => ({
    set: {
      ...{ ...NOT_WATCHING, closedAt: bench.now, waitingSince: null, attention: null },
      ...{ outcome, isResolved, exportValue },
    },
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
