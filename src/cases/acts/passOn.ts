import { dayInWib } from '../../knowledge/index.ts';
import type { Case } from '../case.ts';
import type { CaseDesk } from '../caseDesk.ts';
import { type Acting, type Bench, type Decide, type Draft, deciding } from '../decision.ts';
import { newLink } from '../link.ts';
import { owedBy } from '../promise.ts';
import { CENTRE, reachableUnit } from '../routing.ts';
import { telling } from '../tellings.ts';

/** Where a case goes next: a unit of the knowledge, or a name that was typed. */
export interface NextHolder {
  /** Key of a liaison; null: back to the centre's desk. */
  readonly unit: string | null;
  /** Why, in words that the exporter reads. */
  readonly reason: string;
  /** Whom an official named when no key fits. */
  readonly typed?: string;
}

/**
 * Hands a case to another unit, at once: the old key is worthless, the new unit gets its own, the exporter hears where
 * her case is and why. A unit without an address, or one only typed, means the centre's desk, which finds out.
 */
export function passOn(desk: CaseDesk, acting: Acting, next: NextHolder): Decide {
  return deciding('pass-on', desk, acting, (kase, bench) => {
    const { unit: wanted, typed } = next;
    if (wanted !== null && !bench.knowledge().liaisons.has(wanted)) return { refused: 'no-such-unit' };
    if (wanted !== null && wanted !== CENTRE && !kase.isShared) return { refused: 'not-shared' };
    const unit = wanted === null ? null : reachableUnit(bench.knowledge(), wanted, dayInWib(bench.now));
    const isTakenBySame = unit === kase.unit && unit !== null;
    if (isTakenBySame) return { refused: 'wrong-state' };
    const words = typed ? `${next.reason}\n→ ${typed}` : next.reason;
    return { ...handOver(kase, bench, unit, next.reason), words, detail: detailOf(kase, wanted) };
  });
}

function detailOf({ unit }: Case, wanted: string | null) {
  return { from: unit ?? CENTRE, to: wanted ?? CENTRE };
}

/** What changes when a case has a new holder. */
export function handOver(kase: Case, bench: Bench, unit: string | null, reason: string): Draft {
  const owed = owedBy(unit, kase, bench);
  const link = newLink(bench, unit ?? CENTRE, owed.promisedAt, bench.rules.settings);
  return {
    set: {
      unit,
      acceptedAt: null,
      waitingSince: null,
      firstReplyAt: kase.firstReplyAt ?? bench.now,
      attention: unit === null ? kase.attention : null,
      ...owed,
    },
    tell: telling(bench, kase, unit === null ? 'returned' : 'passedOn', {
      unit,
      promise: owed.promisedAt,
      words: reason,
    }),
    mails: [{ template: unit === null ? 'desk' : 'new-case', unit }],
    link,
    revokes: true,
  };
}
