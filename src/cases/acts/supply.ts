import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';
import { resumed } from '../promise.ts';

/** The exporter adds words: to a question of the unit, or of her own accord. The holder hears of it. */
export function supply(desk: CaseDesk, acting: Acting, words: string): Decide {
  return deciding('supply', desk, acting, (kase, bench) => ({
    set: kase.waitingSince ? { ...resumed(kase, bench), waitingSince: null } : {},
    words,
    mails: [{ template: 'words', unit: kase.unit }],
  }));
}
