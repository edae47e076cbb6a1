import type { Model, ModelData } from '../model.ts';
import { extractFeatures } from '../ranking/features.ts';
import { type Ranking, rankEntries } from '../ranking/ranker.ts';
import { countFeatures } from '../ranking/vectors.ts';
import type { Reading } from '../read.ts';
import type { TalkContext } from '../types.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { preferAnswerable } from './preferAnswerable.ts';

const MOST_CANDIDATES = 10;
/** By so much the kinds of the names must speak louder than their words before a written entry stands back. */
const MASKED_LEAD = 0.1;

/** The entries for a reading, best first, and what speaks for the best one. */
interface Weighed {
  readonly ranking: Ranking;
  readonly evidence: Evidence;
}

/**
 * Ranks the entries for a reading, with the words of its names and without them.
 *
 * The words count for written entries ("tarif trump amerika"). An entry that is told its rows is the same for any of
 * them: where the words only stand in its way they are left out, so that "rattan furniture" is asked like any product.
 */
export function weighReading(model: Model, reading: Reading, context: TalkContext): Weighed {
  const typed = weighWords(model, reading, reading.words, context);
  if (!reading.words.some(({ isNamed, text }) => isNamed && text !== '')) return typed;
  const bare = reading.words.map((word) => (word.isNamed ? { ...word, text: '' } : word));
  const masked = weighWords(model, reading, bare, context);
  const { entries } = model.data;
  const lead = (masked.ranking.scores[0] as number) - (typed.ranking.scores[0] as number);
  const needed = slotsOf(entries, typed).length === 0 ? MASKED_LEAD : 0;
  return isTold(slotsOf(entries, masked), reading) && lead > needed ? masked : typed;
}

function weighWords({ ranker, data }: Model, reading: Reading, words: Reading['words'], context: TalkContext): Weighed {
  const counted = countFeatures(data.features, extractFeatures(words));
  const ranking = preferAnswerable(data.entries, rankEntries(ranker, counted, MOST_CANDIDATES), reading, context);
  return { ranking, evidence: gatherEvidence(ranker, ranking, counted) };
}

const slotsOf = (entries: ModelData['entries'], { ranking }: Weighed) =>
  entries[ranking.best[0] as number]?.slots ?? [];

function isTold(slots: ReturnType<typeof slotsOf>, { entities }: Reading): boolean {
  return slots.length > 0 && slots.every((slot) => entities.some(({ kind }) => kind === slot));
}
