import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';

/** A word among staff. It never leaves the centre. */
export function note(desk: CaseDesk, acting: Acting, words: string): Decide {
  return deciding('note', desk, acting, () => ({ words }));
}
