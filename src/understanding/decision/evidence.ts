import { FEATURE_KINDS, PLAIN_IDEA_WEIGHT } from '../ranking/features.ts';
import { coreOf } from '../ranking/profiles.ts';
import { type Ranker, type Ranking, rarityOf } from '../ranking/ranker.ts';
import type { Counted } from '../ranking/vectors.ts';

/** What speaks for or against the best entry being the right one. */
export const EVIDENCE = [
  /** Its score, and its lead over the second entry. */
  'score',
  'lead',
  /** How many others score about as high. */
  'crowd',
  /** How alike the question and the entry's phrasings are: the nearest, and on average as against each other. */
  'nearest',
  'kinship',
  /** The share of its core that the question has, in ideas and in pairs of ideas. */
  'coreIdeas',
  'corePairs',
  /** The share of the question's ideas that the entry's phrasings have, the rare ones counting more. */
  'covered',
  /** The share of the question's words that no phrasing of any entry uses. */
  'newWords',
] as const;

/** One number for each name in {@link EVIDENCE}. */
export type Evidence = readonly number[];

const WORDS = FEATURE_KINDS.indexOf('words');
const IDEAS = FEATURE_KINDS.indexOf('ideas');
const PAIRS = FEATURE_KINDS.indexOf('ideaPairs');
const LOWEST_KINSHIP = 0.02;
const MOST_KINSHIP = 4;

/**
 * Gathers the evidence for the best entry of a ranking just made.
 *
 * The score alone cannot tell "opening hours of an office we know" from "of one we do not": what tells them apart is
 * the office's name, which all phrasings of the one share and the question lacks.
 */
export function gatherEvidence(ranker: Ranker, { scores, best, vector, crowd }: Ranking, counted: Counted): Evidence {
  const top = best[0] as number;
  const score = scores[0] as number;
  const { mean, nearest, has } = compareOwn(ranker, counted, vector.values, top);
  const kinship = mean / Math.max(LOWEST_KINSHIP, ranker.profiles.kinship[top] as number);
  return [
    score,
    score - (scores[1] ?? -1),
    crowd,
    nearest,
    Math.min(MOST_KINSHIP, kinship),
    coreHad(ranker, counted, has, top, IDEAS),
    coreHad(ranker, counted, has, top, PAIRS),
    coveredShare(ranker, counted, has),
    newShare(ranker, counted),
  ];
}

/** How alike the question and an entry's phrasings are, and how many of them have each of its features. */
function compareOwn({ postings, profiles }: Ranker, { features }: Counted, values: Float32Array, entry: number) {
  const [first, last] = [profiles.bounds[entry] as number, profiles.bounds[entry + 1] as number];
  const has = new Int32Array(features.length);
  const own = new Float32Array(last - first);
  for (let j = 0; j < features.length; j++) {
    const feature = features[j] as number;
    const end = postings.starts[feature + 1] as number;
    let p = firstAtLeast(postings.examples, postings.starts[feature] as number, end, first);
    for (; p < end && (postings.examples[p] as number) < last; p++) {
      const at = (postings.examples[p] as number) - first;
      own[at] = (own[at] as number) + (values[j] as number) * (postings.values[p] as number);
      has[j] = (has[j] as number) + 1;
    }
  }
  const sum = own.reduce((all, likeness) => all + likeness, 0);
  return { mean: sum / Math.max(1, own.length), nearest: own.reduce((most, one) => Math.max(most, one), 0), has };
}

/** The first place in an ascending stretch whose number is at least `least`. */
function firstAtLeast(numbers: Int32Array, from: number, to: number, least: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The share of an entry's core, in features of a kind, that the question has. */
function coreHad(
  { profiles, postings }: Ranker,
  { features, ends }: Counted,
  has: Int32Array,
  entry: number,
  kind: number,
): number {
  const size = (profiles.bounds[entry + 1] as number) - (profiles.bounds[entry] as number);
  const exampleCount = profiles.bounds.at(-1) as number;
  let had = 0;
  for (let j = ends[kind - 1] ?? 0; j < (ends[kind] as number); j++) {
    if (has[j] === 0) continue;
    const feature = features[j] as number;
    const frequency = (postings.starts[feature + 1] as number) - (postings.starts[feature] as number);
    had += coreOf(kind, has[j] as number, size, rarityOf(exampleCount, frequency));
  }
  const core = profiles.cores[entry * FEATURE_KINDS.length + kind] as number;
  return core === 0 ? 0 : had / core;
}

/** Of the question's ideas, weighed by rarity, the share that the entry's phrasings have: `has` says how many have each. */
function coveredShare({ postings, profiles }: Ranker, { features, ends, unseen }: Counted, has: Int32Array): number {
  const exampleCount = profiles.bounds.at(-1) as number;
  let all = ((unseen[IDEAS] as number) / UNSEEN_IDEA) * rarityOf(exampleCount, LEAST_FREQUENCY);
  let covered = 0;
  for (let j = ends[IDEAS - 1] as number; j < (ends[IDEAS] as number); j++) {
    const feature = features[j] as number;
    const frequency = (postings.starts[feature + 1] as number) - (postings.starts[feature] as number);
    const rarity = rarityOf(exampleCount, Math.max(LEAST_FREQUENCY, frequency));
    all += rarity;
    if (has[j] !== 0) covered += rarity;
  }
  return all === 0 ? 0 : covered / all;
}

/** How common what was never seen is taken to be, and the squared strength of one such word. */
const LEAST_FREQUENCY = 0.5;
const UNSEEN_IDEA = PLAIN_IDEA_WEIGHT ** 2;

/** Of the words, the share never seen in any phrasing. */
function newShare({ weighing }: Ranker, counted: Counted): number {
  const known = counted.ends[WORDS] as number;
  let unseen = counted.unseen[WORDS] as number;
  const all = known + unseen;
  for (let i = 0; i < known; i++) if (weighing.weights[counted.features[i] as number] === 0) unseen++;
  return all === 0 ? 1 : unseen / all;
}
