import { compare, type Examples, flatten, invert, type Postings } from './examples.ts';
import { type Effort, type Supports, train } from './train.ts';
import { type Counted, toVector, type Vector, type Weighing, weighFeatures } from './vectors.ts';

/** What ranks entries for a question. Holds buffers: one question at a time. */
export interface Ranker {
  readonly weighing: Weighing;
  readonly postings: Postings;
  /** The entry of each example. */
  readonly labels: Int32Array;
  readonly supports: Supports;
  readonly entryCount: number;
  /** How alike the question last ranked and each example are. */
  readonly similarities: Float32Array;
}

/** How strongly each entry speaks for itself, and the numbers it was found with. */
export interface Ranking {
  readonly vector: Vector;
  /** Entries, best first. */
  readonly best: readonly number[];
  /** Their scores: about 1 for a sure match, -1 for none. */
  readonly scores: readonly number[];
}

/** Learns a ranker from counted examples. */
export function trainRanker(
  counted: readonly Counted[],
  labels: Int32Array,
  entryCount: number,
  featureCount: number,
  effort: Effort,
): Ranker {
  const usedEntries = new Set(labels).size;
  const weighing = weighFeatures(counted, featureCount, Math.max(1, usedEntries));
  const vectors = counted.map((one) => toVector(weighing, one));
  const examples: Examples = flatten(vectors, featureCount);
  const postings = invert(examples);
  return openRanker(weighing, postings, labels, train(examples, postings, labels, entryCount, effort), entryCount);
}

/** Adds the buffers to what was learnt. */
export function openRanker(
  weighing: Weighing,
  postings: Postings,
  labels: Int32Array,
  supports: Supports,
  entryCount: number,
): Ranker {
  return { weighing, postings, labels, supports, entryCount, similarities: new Float32Array(labels.length) };
}

/**
 * Ranks the best `limit` entries for a counted question.
 *
 * The phrasings of other entries only pull down, so an entry's own phrasings bound its score from above: entries are
 * weighed in the order of their bounds, until no bound left can reach the list. The result is that of weighing all.
 */
export function rankEntries(ranker: Ranker, counted: Counted, limit: number): Ranking {
  const vector = toVector(ranker.weighing, counted);
  compare(ranker.postings, vector, ranker.similarities);
  const { bounds, order } = boundScores(ranker);
  const best: { entry: number; score: number }[] = [];
  for (const entry of order) {
    const worst = best[limit - 1]?.score ?? Number.NEGATIVE_INFINITY;
    if ((bounds[entry] as number) < worst) break;
    insert(best, { entry, score: (bounds[entry] as number) + pullDown(ranker, entry) }, limit);
  }
  return { vector, best: best.map(({ entry }) => entry), scores: best.map(({ score }) => score) };
}

/** The highest score each entry may have, and the entries by it. */
function boundScores({ supports, similarities, entryCount }: Ranker) {
  const { starts, owns, examples, pulls, biases } = supports;
  const bounds = new Float64Array(entryCount);
  for (let entry = 0; entry < entryCount; entry++) {
    let bound = biases[entry] as number;
    const end = owns[entry] as number;
    for (let p = starts[entry] as number; p < end; p++)
      bound += (pulls[p] as number) * (similarities[examples[p] as number] as number);
    bounds[entry] = bound;
  }
  const order = Int32Array.from(bounds, (_, entry) => entry);
  order.sort((a, b) => (bounds[b] as number) - (bounds[a] as number) || a - b);
  return { bounds, order };
}

function pullDown({ supports, similarities }: Ranker, entry: number): number {
  const { starts, owns, examples, pulls } = supports;
  const end = starts[entry + 1] as number;
  let sum = 0;
  for (let p = owns[entry] as number; p < end; p++)
    sum += (pulls[p] as number) * (similarities[examples[p] as number] as number);
  return sum;
}

/** Keeps a short list in order; of equal scores the lower entry number goes first. */
function insert(best: { entry: number; score: number }[], one: { entry: number; score: number }, limit: number): void {
  let at = best.length;
  while (at > 0) {
    const above = best[at - 1] as { entry: number; score: number };
    if (above.score > one.score || (above.score === one.score && above.entry < one.entry)) break;
    at--;
  }
  best.splice(at, 0, one);
  if (best.length > limit) best.pop();
}
