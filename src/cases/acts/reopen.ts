import { dayInWib } from '../../knowledge/index.ts';
import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Decide, deciding } from '../decision.ts';
import { newLink } from '../link.ts';
import { owedBy } from '../promise.ts';
import { CENTRE, reachableUnit } from '../routing.ts';

/** The reply did not help: the unit that gave it hears why, or the centre's desk when it cannot be reached any more. */
export function reopen(desk: CaseDesk, acting: Acting, words: string): Decide {
  return deciding('reopen', desk, acting, (kase, bench) => {
    const unit = kase.unit === null ? null : reachableUnit(bench.knowledge(), kase.unit, dayInWib(bench.now));
    const owed = owedBy(unit, kase, bench);
    return {
      set: {
        ...{ unit, answeredAt: null, closedAt: null, acceptedAt: null, waitingSince: null, ...owed },
        ...{ outcome: null, isResolved: null, exportValue: null },
      },
      words,
      mails: [{ template: 'words', unit }],
      link: newLink(bench, unit ?? CENTRE, owed.promisedAt, bench.rules.settings),
      revokes: true,
    };
  });
}
