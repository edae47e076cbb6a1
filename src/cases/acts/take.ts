import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';

/** A member of staff looks after the case from now on, whoever did before. Units and exporter hear nothing of it. */
export function take(desk: CaseDesk, acting: Acting): Decide {
  return deciding('take', desk, acting, (kase) => {
    const { name } = acting.actor;
    if (name === undefined || name === kase.handledBy) return { refused: 'wrong-state' };
    return { set: { handledBy: name } };
  });
}
