import { type Examples, invert, keepExamples, type Postings } from './examples.ts';
import { type Profiles, takeProfiles } from './profiles.ts';
import { layOut, type Pulls } from './pulls.ts';
import { NEVER, type Solution } from './train.ts';
import { type Counted, toVector, type Vector, type Weighing } from './vectors.ts';

/** What ranks entries for a question, in plain arrays. */
export interface RankerData {
  readonly weighing: Weighing;
  readonly postings: Postings;
  readonly pulls: Pulls;
  readonly profiles: Profiles;
}

/** A ranker with its buffers: one question at a time. */
export interface Ranker extends RankerData {
  /** The entry of each example. */
  readonly labels: Int32Array;
  readonly scores: Float32Array;
  readonly likeness: Float32Array;
  readonly touched: Int32Array;
}

/** How strongly each entry speaks for itself, and the numbers it was found with. */
export interface Ranking {
  readonly vector: Vector;
  /** Entries, best first. */
  readonly best: readonly number[];
  /** Their scores: about 1 for a sure match, -1 for none. */
  readonly scores: readonly number[];
  /** How many of them score about as high as the best one, as a logarithm: 0 when it stands alone. */
  readonly crowd: number;
}

/** What a ranker is built from: examples in the order of their entries, and the solution learnt from them. */
export interface Learnt {
  readonly weighing: Weighing;
  readonly examples: Examples;
  readonly labels: Int32Array;
  readonly kinds: Uint8Array;
  readonly solution: Solution;
  readonly entryCount: number;
}

/** Lays out what was learnt for ranking. */
export function layOutRanker(learnt: Learnt): RankerData {
  const { weighing, examples, labels, kinds, solution, entryCount } = learnt;
  const postings = invert(examples);
  const frequencies = postings.starts.subarray(1).map((end, f) => end - (postings.starts[f] as number));
  const rarities = Float32Array.from(frequencies, (frequency) => rarityOf(examples.count, frequency));
  return {
    weighing: { ...weighing, weights: weighing.weights.map((weight, f) => (frequencies[f] === 0 ? 0 : weight)) },
    postings,
    pulls: layOut(examples, frequencies, solution, entryCount),
    profiles: takeProfiles(postings, labels, kinds, rarities, entryCount),
  };
}

/** How rare a feature is that occurs in so many of the examples. */
export const rarityOf = (count: number, frequency: number): number =>
  frequency === 0 ? 0 : Math.log((count + 1) / (frequency + 0.5));

/** The same with some examples left out, whose solution knows nothing of them. */
export function layOutWithout(learnt: Learnt, isKept: Uint8Array): RankerData {
  const kept = learnt.labels.map((_, n) => n).filter((n) => isKept[n] === 1);
  const places = new Int32Array(learnt.labels.length).fill(-1);
  kept.forEach((n, place) => {
    places[n] = place;
  });
  return layOutRanker({
    ...learnt,
    examples: keepExamples(learnt.examples, kept),
    labels: kept.map((n) => learnt.labels[n] as number),
    solution: { ...learnt.solution, examples: learnt.solution.examples.map((n) => places[n] as number) },
  });
}

/** Adds the buffers. */
export function openRanker(data: RankerData): Ranker {
  const { bounds } = data.profiles;
  const exampleCount = bounds.at(-1) ?? 0;
  const labels = new Int32Array(exampleCount);
  for (let entry = 0; entry + 1 < bounds.length; entry++) labels.fill(entry, bounds[entry], bounds[entry + 1]);
  return {
    ...data,
    labels,
    scores: new Float32Array(data.pulls.biases.length),
    likeness: new Float32Array(exampleCount),
    touched: new Int32Array(exampleCount),
  };
}

/**
 * Ranks the best `limit` entries for a counted question.
 *
 * First every entry gets the score it would have without its rivals, which is never too low; then the rivals are heard
 * of those that may still be among the best. The result is the same as if all were heard.
 */
export function rankEntries(ranker: Ranker, counted: Counted, limit: number): Ranking {
  const vector = toVector(ranker.weighing, counted);
  const touchedCount = scoreWithoutRivals(ranker, vector);
  const best = findBest(ranker, limit);
  for (let i = 0; i < touchedCount; i++) ranker.likeness[ranker.touched[i] as number] = 0;
  const scores = best.map((entry) => ranker.scores[entry] as number);
  return { vector, best, scores, crowd: crowdOf(scores) };
}

/** Leaves the likeness of each example in its buffer; returns how many are alike at all. */
function scoreWithoutRivals(ranker: Ranker, { features, values }: Vector): number {
  const { pulls, postings, scores, likeness, touched, labels } = ranker;
  scores.set(pulls.biases);
  let touchedCount = 0;
  for (let j = 0; j < features.length; j++) {
    const feature = features[j] as number;
    const value = values[j] as number;
    if (value === 0) continue;
    const row = pulls.rowOf[feature] as number;
    if (row >= 0) {
      addRow(scores, pulls.rows, row * scores.length, value);
      continue;
    }
    const end = postings.starts[feature + 1] as number;
    for (let p = postings.starts[feature] as number; p < end; p++) {
      const n = postings.examples[p] as number;
      const before = likeness[n] as number;
      if (before === 0) touched[touchedCount++] = n;
      likeness[n] = before + value * (postings.values[p] as number);
    }
  }
  for (let i = 0; i < touchedCount; i++) {
    const n = touched[i] as number;
    const entry = labels[n] as number;
    scores[entry] = (scores[entry] as number) + (likeness[n] as number) * (pulls.owns[n] as number);
  }
  return touchedCount;
}

function addRow(scores: Float32Array, rows: Float32Array, from: number, value: number): void {
  for (let entry = 0; entry < scores.length; entry++)
    scores[entry] = (scores[entry] as number) + value * (rows[from + entry] as number);
}

/** So many times the entries wanted are heard first: nearly always the best are among them. */
const HEARD_FIRST = 3;

function findBest(ranker: Ranker, limit: number): number[] {
  const { scores } = ranker;
  const hopeful: number[] = [];
  for (let entry = 0; entry < scores.length; entry++)
    if ((scores[entry] as number) > NEVER / 2) insert(hopeful, entry, scores, limit * HEARD_FIRST);
  const isHeard = new Set(hopeful);
  for (const entry of hopeful) hearRivals(ranker, entry);
  const best: number[] = [];
  for (const entry of hopeful.sort((a, b) => a - b)) insert(best, entry, scores, limit);
  if (hopeful.length < limit * HEARD_FIRST) return best;
  for (let entry = 0; entry < scores.length; entry++) {
    if ((scores[entry] as number) < (scores[best[limit - 1] as number] as number) || isHeard.has(entry)) continue;
    hearRivals(ranker, entry);
    insert(best, entry, scores, limit);
  }
  return best;
}

function hearRivals({ pulls, scores, likeness }: Ranker, entry: number): void {
  const end = pulls.starts[entry + 1] as number;
  let sum = 0;
  for (let p = pulls.starts[entry] as number; p < end; p++)
    sum += (likeness[pulls.rivals[p] as number] as number) * (pulls.pulls[p] as number);
  scores[entry] = (scores[entry] as number) + sum;
}

/** Keeps a short list in order; of equal scores the lower entry number goes first. */
function insert(best: number[], entry: number, scores: Float32Array, limit: number): void {
  let at = best.length;
  if (at === limit && !goesBefore(entry, best[at - 1] as number, scores)) return;
  while (at > 0 && goesBefore(entry, best[at - 1] as number, scores)) at--;
  best.splice(at, 0, entry);
  if (best.length > limit) best.pop();
}

function goesBefore(a: number, b: number, scores: Float32Array): boolean {
  const lead = (scores[a] as number) - (scores[b] as number);
  return lead > 0 || (lead === 0 && a < b);
}

const CROWD_SHARPNESS = 3;

function crowdOf(scores: readonly number[]): number {
  const top = scores[0] ?? 0;
  return Math.log(scores.reduce((sum, score) => sum + Math.exp(CROWD_SHARPNESS * (score - top)), 0));
}
