import { type Day, holdsOn, type Knowledge, type Liaison } from '../knowledge/index.ts';
import type { CaseAbout } from './case.ts';

/** The FTA Center itself, as the competence table names it. */
export const CENTRE = 'fta-support-center';

/**
 * The unit that the competence table names: the narrowest row for topic, agreement and product wins.
 *
 * @param fallback the unit of the entry that came nearest, for a topic without a row
 */
export function unitFor({ routes, liaisons }: Knowledge, about: CaseAbout, fallback?: string): string {
  const fitting = routes.filter(
    ({ topic, agreement, product }) =>
      topic === about.topic &&
      (agreement === undefined || agreement === about.agreement) &&
      (product === undefined || product === about.product),
  );
  const narrowness = (route: (typeof fitting)[number]) => Number(!!route.agreement) + Number(!!route.product);
  const [narrowest] = fitting.toSorted((one, other) => narrowness(other) - narrowness(one));
  const [first] = [...(narrowest?.units ?? []), ...(fallback ? [fallback] : [])].filter((unit) => liaisons.has(unit));
  return first ?? CENTRE;
}

/**
 * The unit a case can be mailed to: the one named, its deputy while it is away, or nobody (null): without an address
 * that staff has confirmed, the centre's own desk takes it.
 */
export function reachableUnit(knowledge: Knowledge, unit: string, today: Day): string | null {
  const named = knowledge.liaisons.get(unit);
  if (!named || !hasDesk(named)) return null;
  return isAway(named, today) ? reachableDeputy(knowledge, unit, today) : unit;
}

/** The deputy of a unit, if one can be reached. */
export function reachableDeputy({ liaisons }: Knowledge, unit: string, today: Day): string | null {
  const deputy = liaisons.get(liaisons.get(unit)?.deputy ?? '');
  return deputy && hasDesk(deputy) && !isAway(deputy, today) ? deputy.id : null;
}

/** Where mail for a holder goes; null: the centre's own address. */
export function addressOf({ liaisons }: Knowledge, unit: string | null): string | null {
  return liaisons.get(unit ?? CENTRE)?.caseEmail ?? null;
}

function hasDesk({ id, caseEmail }: Liaison): boolean {
  return id !== CENTRE && caseEmail !== undefined;
}

function isAway({ away = [] }: Liaison, today: Day): boolean {
  return away.some(({ from, until }) => holdsOn({ validFrom: from, validUntil: until }, today));
}
