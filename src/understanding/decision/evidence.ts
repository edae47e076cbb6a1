import { FEATURE_KINDS } from '../ranking/features.ts';
import type { Ranker, Ranking } from '../ranking/ranker.ts';
import type { Counted } from '../ranking/vectors.ts';

/** What speaks for or against the best entry being the right one. */
export const EVIDENCE = ['score', 'lead', 'nearest', 'foreignWords', 'foreignIdeas', 'newWords', 'length'] as const;

/** One number for each name in {@link EVIDENCE}. */
export type Evidence = readonly number[];

const WORDS = FEATURE_KINDS.indexOf('words');
const IDEAS = FEATURE_KINDS.indexOf('ideas');

/**
 * Gathers the evidence for the best entry of a ranking just made.
 *
 * The score alone cannot tell "opening hours of an office we know" from "of one we do not": what tells them apart
 * is the word that none of the entry's phrasings uses, and how near the nearest phrasing is.
 */
export function gatherEvidence(ranker: Ranker, { scores, best, vector }: Ranking, counted: Counted): Evidence {
  const top = best[0] as number;
  const score = scores[0] as number;
  const second = scores[1] ?? -1;
  return [
    score,
    score - second,
    nearestExample(ranker, top),
    foreignShare(ranker, vector.values, counted, WORDS, top),
    foreignShare(ranker, vector.values, counted, IDEAS, top),
    newShare(ranker, counted),
    Math.log(1 + (counted.ends[WORDS] as number) + (counted.unseen[WORDS] as number)),
  ];
}

/** How alike the question and the likest phrasing of an entry are. */
function nearestExample({ labels, similarities }: Ranker, entry: number): number {
  let nearest = 0;
  for (let n = 0; n < labels.length; n++)
    if (labels[n] === entry && (similarities[n] as number) > nearest) nearest = similarities[n] as number;
  return nearest;
}

/** Of what a question says in words or ideas, by weight, the share that no phrasing of the entry says. */
function foreignShare(ranker: Ranker, values: Float32Array, counted: Counted, kind: number, entry: number): number {
  const begin = kind === 0 ? 0 : (counted.ends[kind - 1] as number);
  let all = (counted.unseen[kind] as number) * ranker.weighing.unseenWeight ** 2;
  let foreign = all;
  for (let i = begin; i < (counted.ends[kind] as number); i++) {
    const feature = counted.features[i] as number;
    const weight = ranker.weighing.weights[feature] || ranker.weighing.unseenWeight;
    const square = ((counted.strengths[i] as number) * weight) ** 2;
    all += square;
    if (values[i] === 0 || !isUsedBy(ranker, feature, entry)) foreign += square;
  }
  return all === 0 ? 1 : foreign / all;
}

function isUsedBy({ postings, labels }: Ranker, feature: number, entry: number): boolean {
  for (let p = postings.starts[feature] as number; p < (postings.starts[feature + 1] as number); p++)
    if (labels[postings.examples[p] as number] === entry) return true;
  return false;
}

/** Of the words, the share never seen in any phrasing. */
function newShare({ weighing }: Ranker, counted: Counted): number {
  const known = counted.ends[WORDS] as number;
  let unseen = counted.unseen[WORDS] as number;
  const all = known + unseen;
  for (let i = 0; i < known; i++) if (weighing.weights[counted.features[i] as number] === 0) unseen++;
  return all === 0 ? 1 : unseen / all;
}
