import type { Slots } from '../../answers/index.ts';
import { COMPOSITIONS, isCurated, type Slot } from '../../knowledge/index.ts';
import type { Turn } from '../turn.ts';
import { destinationOf, slotsFor } from './show.ts';

/** What a name alone asks when nothing was asked before it. */
const ABOUT: readonly (readonly [Slot, string])[] = [
  ['agreement', 'agreement.about'],
  ['destination', 'destination.form'],
  ['product', 'product.requirements'],
  ['unit', 'liaison.contact'],
  ['programme', 'programme.about'],
  ['regulation', 'regulation.about'],
  ['term', 'term.meaning'],
];

/** Questions about an agreement itself; a country named after them is asked about by itself. */
const OF_ONE_AGREEMENT: ReadonlySet<string> = new Set(['agreement.about', 'agreement.parties', 'agreement.status']);

/** An entry and the rows it is meant for. */
export interface Meant {
  readonly entry: string;
  readonly slots: Slots;
}

/**
 * What "kalau ke Chile?" means after the talk so far: the last question, for another row.
 *
 * Product and destination known together mean the brief; a name that the last question has no place for is asked about
 * by itself.
 */
export function meantByFollowUp(turn: Turn, named: Slots): Meant | undefined {
  const { last } = turn.state;
  if (last && takesOneOf(turn, last.entry, named)) {
    const slots = slotsFor(turn, last.entry, named);
    return { entry: last.entry, slots };
  }
  const sameSubject = last && composedOfArea(turn, last.entry, named);
  if (sameSubject) return { entry: sameSubject, slots: slotsFor(turn, sameSubject, named) };
  const known = { ...turn.state.slots, ...named };
  if (named.agreement && !named.destination) {
    const destination = named.product && destinationOf(turn, named);
    if (destination) return { entry: 'brief', slots: { product: named.product, destination } };
    return { entry: 'agreement.about', slots: { agreement: named.agreement } };
  }
  if ((named.destination || named.product) && known.destination && known.product)
    return { entry: 'brief', slots: { product: known.product, destination: known.destination } };
  const about = ABOUT.find(([slot]) => named[slot] !== undefined);
  return about && { entry: about[1], slots: { [about[0]]: named[about[0]] } };
}

/**
 * After a written entry, the composed one of its area that asks for just what is named: "Jepang" after "bea masuk
 * berapa?" asks for the duty in Japan.
 */
function composedOfArea(turn: Turn, lastEntry: string, named: Slots): string | undefined {
  const { entries } = turn.published.knowledge;
  const last = entries.get(lastEntry);
  if (!last || !isCurated(last)) return undefined;
  const area = lastEntry.split('-')[0];
  const asked = Object.keys(named).filter((slot) => slot !== 'term');
  for (const entry of entries.values()) {
    if (isCurated(entry) || entry.general?.split('-')[0] !== area) continue;
    const needed: readonly Slot[] = COMPOSITIONS[entry.id];
    if (needed.length === 1 && asked.length === 1 && needed[0] === asked[0]) return entry.id;
  }
  return undefined;
}

/** Whether the last question has a place for what is named now. Agreements are also asked about by their country. */
function takesOneOf(turn: Turn, entryId: string, named: Slots): boolean {
  const entry = turn.published.knowledge.entries.get(entryId);
  if (!entry || isCurated(entry)) return false;
  const needed: readonly Slot[] = COMPOSITIONS[entry.id];
  if (named.product && (named.destination || named.agreement))
    return entry.id === 'brief' && named.destination !== undefined;
  if (OF_ONE_AGREEMENT.has(entry.id) && !named.agreement) return false;
  return needed.some((slot) => named[slot]) || (needed.includes('agreement') && named.destination !== undefined);
}
