import { FeatureNumberer, type FeatureTable, findFeature } from './featureTable.ts';
import type { FeatureCounts } from './featureTally.ts';

/** A question in numbers: which features, how strongly. Its length is 1 when nothing in it is new, less otherwise. */
export interface Vector {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** What a question counts before features are weighed. The features of kind `k` lie at `ends[k - 1]` … `ends[k]`. */
export interface Counted {
  readonly features: Int32Array;
  readonly strengths: Float32Array;
  readonly ends: readonly number[];
  /** Summed squared strengths of what was never seen, by kind. */
  readonly unseen: readonly number[];
}

/** How much each feature and each kind counts. */
export interface Weighing {
  /** By feature number; 0 for a feature that none of the examples has. */
  readonly weights: Float32Array;
  readonly unseenWeight: number;
  readonly kindWeights: readonly number[];
}

/** Rarity counts by its root: full inverse document frequency overrates the odd word when an entry has few phrasings. */
const RARITY_POWER = 0.5;
/** How much of what was never seen lengthens a question, and so weakens all the rest. */
const UNSEEN_SHARE = 0.5;

/** Counts the features of examples while numbering them: the commonest get the lowest numbers and so lie close together. */
export function countExamples(examples: Iterable<FeatureCounts>): {
  readonly counted: readonly Counted[];
  readonly table: FeatureTable;
  readonly kinds: Uint8Array;
} {
  const numberer = new FeatureNumberer();
  const counted: Counted[] = [];
  for (const example of examples)
    counted.push(countWith(example, (low, high, kind) => numberer.number(low, high, kind)));
  const kinds = numberer.kinds();
  const renumbered = commonestFirst(counted, kinds.length);
  for (const { features } of counted)
    features.forEach((feature, i) => {
      features[i] = renumbered[feature] as number;
    });
  const sorted = new Uint8Array(kinds.length);
  kinds.forEach((kind, feature) => {
    sorted[renumbered[feature] as number] = kind;
  });
  return { counted, table: numberer.finish(renumbered), kinds: sorted };
}

/** The new number of each feature. Of equally common ones, the one seen first comes first. */
function commonestFirst(counted: readonly Counted[], featureCount: number): Int32Array {
  const frequencies = new Int32Array(featureCount);
  for (const { features } of counted) for (const f of features) frequencies[f] = (frequencies[f] as number) + 1;
  const places = new Int32Array(counted.length + 2);
  for (const frequency of frequencies) places[frequency] = (places[frequency] as number) + 1;
  let place = 0;
  for (let frequency = places.length - 1; frequency >= 0; frequency--) {
    const size = places[frequency] as number;
    places[frequency] = place;
    place += size;
  }
  return frequencies.map((frequency) => {
    const number = places[frequency] as number;
    places[frequency] = number + 1;
    return number;
  });
}

/** Looks a question's features up. */
export function countFeatures(table: FeatureTable, counts: FeatureCounts): Counted {
  return countWith(counts, (low, high) => findFeature(table, low, high));
}

function countWith(
  { lows, highs, counts, ends }: FeatureCounts,
  numberOf: (low: number, high: number, kind: number) => number,
): Counted {
  const features = new Int32Array(lows.length);
  const strengths = new Float32Array(lows.length);
  const knownEnds: number[] = [];
  const unseen: number[] = [];
  let size = 0;
  let at = 0;
  ends.forEach((end, kind) => {
    let strange = 0;
    for (; at < end; at++) {
      const count = counts[at] as number;
      const strength = count >= 1 ? 1 + Math.log(count) : count;
      const number = numberOf(lows[at] as number, highs[at] as number, kind);
      if (number < 0) strange += strength * strength;
      else {
        features[size] = number;
        strengths[size++] = strength;
      }
    }
    knownEnds.push(size);
    unseen.push(strange);
  });
  return { features: features.slice(0, size), strengths: strengths.slice(0, size), ends: knownEnds, unseen };
}

/**
 * Weighs features by how few of the examples have them.
 *
 * With five phrasings an entry the exact word is a matter of luck, and its neighbours more so; with a hundred both are as good
 * as its idea.
 */
export function weighFeatures(examples: readonly Counted[], featureCount: number, entryCount: number): Weighing {
  const frequencies = new Int32Array(featureCount);
  for (const { features } of examples) for (const f of features) frequencies[f] = (frequencies[f] as number) + 1;
  const weigh = (frequency: number) => Math.log((examples.length + 1) / (frequency + 0.5)) ** RARITY_POWER;
  const weights = new Float32Array(featureCount);
  frequencies.forEach((frequency, f) => {
    weights[f] = frequency === 0 ? 0 : weigh(frequency);
  });
  const phrasings = Math.log10(Math.max(1, examples.length / entryCount));
  const words = Math.min(1, 0.35 + 0.65 * phrasings);
  const neighbours = Math.min(1.2, 0.35 + 0.42 * phrasings);
  return { weights, unseenWeight: weigh(0), kindWeights: [words, neighbours, 1.1, 1, 1] };
}

/** Puts a counted question into numbers. */
export function toVector({ weights, unseenWeight, kindWeights }: Weighing, counted: Counted): Vector {
  const { features, strengths, ends, unseen } = counted;
  const values = new Float32Array(features.length);
  const length = Math.hypot(...kindWeights);
  let begin = 0;
  ends.forEach((end, kind) => {
    let squares = UNSEEN_SHARE * (unseen[kind] as number) * unseenWeight ** 2;
    for (let i = begin; i < end; i++) {
      const weight = weights[features[i] as number] as number;
      values[i] = weight * (strengths[i] as number);
      squares +=
        weight === 0 ? UNSEEN_SHARE * ((strengths[i] as number) * unseenWeight) ** 2 : (values[i] as number) ** 2;
    }
    const factor = squares > 0 ? (kindWeights[kind] as number) / length / Math.sqrt(squares) : 0;
    for (let i = begin; i < end; i++) values[i] = (values[i] as number) * factor;
    begin = end;
  });
  return { features, values };
}
