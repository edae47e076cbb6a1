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
  /** By entry; about 1 for a sure match, -1 for none. */
  readonly scores: Float64Array;
  /** Entries, best first. */
  readonly best: readonly number[];
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

/** Ranks all entries for a counted question; `limit` of them are put in order. */
export function rankEntries(ranker: Ranker, counted: Counted, limit: number): Ranking {
  const vector = toVector(ranker.weighing, counted);
  compare(ranker.postings, vector, ranker.similarities);
  const scores = scoreEntries(ranker);
  return { vector, scores, best: bestOf(scores, limit) };
}

function scoreEntries({ supports, similarities }: Ranker): Float64Array {
  const { starts, entries, pulls, biases } = supports;
  const scores = Float64Array.from(biases);
  for (let n = 0; n < similarities.length; n++) {
    const similarity = similarities[n] as number;
    if (similarity === 0) continue;
    const end = starts[n + 1] as number;
    for (let p = starts[n] as number; p < end; p++) {
      const entry = entries[p] as number;
      scores[entry] = (scores[entry] as number) + (pulls[p] as number) * similarity;
    }
  }
  return scores;
}

/** The highest scores, by insertion into a short list: entries are many, the list is short. */
function bestOf(scores: Float64Array, limit: number): number[] {
  const best: number[] = [];
  for (let entry = 0; entry < scores.length; entry++) {
    const score = scores[entry] as number;
    if (best.length === limit && score <= (scores[best[limit - 1] as number] as number)) continue;
    let at = best.length;
    while (at > 0 && score > (scores[best[at - 1] as number] as number)) at--;
    best.splice(at, 0, entry);
    if (best.length > limit) best.pop();
  }
  return best;
}
