import type { Slot } from '../../knowledge/schema.ts';
import type { ModelData } from '../model.ts';
import type { Bonds } from '../names/findBonds.ts';
import type { Ranking } from '../ranking/ranker.ts';
import type { Reading } from '../read.ts';
import type { TalkContext } from '../types.ts';

/** What an entry loses for each thing it must still be told: a plain entry that explains the text about as well goes first. */
const MISSING_SLOT = 0.15;
/** Countries, products and agreements can be asked for and talked on about; of a word nobody named there is nothing to say. */
const UNNAMED = 0.4;
const ASKED_FOR: ReadonlySet<Slot> = new Set(['destination', 'product', 'agreement']);
/** What an entry about other rows loses: that on wood for the United States, when China is named. */
const OTHER_ROW = 0.5;

/** Puts entries back that cannot answer as asked: those that must still be told a row, and those about other rows than named. */
export function preferAnswerable(
  entries: ModelData['entries'],
  ranking: Ranking,
  { entities }: Reading,
  context: TalkContext,
): Ranking {
  const named = Map.groupBy(entities, ({ kind }) => kind);
  const isMissing = (slot: Slot) => !named.has(slot) && context.slots?.[slot] === undefined;
  const isOther = ([slot, rows]: [string, readonly string[]]) =>
    named.get(slot as Slot)?.every(({ id }) => !rows.includes(id)) ?? false;
  const losses = (slots: readonly Slot[], bonds: Bonds) =>
    slots.filter(isMissing).reduce((sum, slot) => sum + (ASKED_FOR.has(slot) ? MISSING_SLOT : UNNAMED), 0) +
    OTHER_ROW * Object.entries(bonds).filter(isOther).length;
  const weighed = ranking.best
    .map((entry, place) => {
      const { slots = [], bonds = {} } = entries[entry] ?? {};
      return { entry, score: (ranking.scores[place] as number) - losses(slots, bonds) };
    })
    .sort((a, b) => b.score - a.score || a.entry - b.entry);
  return { ...ranking, best: weighed.map(({ entry }) => entry), scores: weighed.map(({ score }) => score) };
}
