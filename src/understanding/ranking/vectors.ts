import { FEATURE_KINDS, type FeatureCounts } from './features.ts';

/** A question in numbers: which features, how strongly. Its length is 1 when nothing in it is new, less otherwise. */
export interface Vector {
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** The numbers of all features seen while learning; a map for each kind, so that kinds may share spellings. */
export type FeatureNumbers = readonly ReadonlyMap<string, number>[];

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

/** Gives each feature of the examples a number, in order of appearance. */
export function numberFeatures(examples: Iterable<readonly FeatureCounts[]>): FeatureNumbers {
  const numbers: Map<string, number>[] = FEATURE_KINDS.map(() => new Map());
  let next = 0;
  for (const example of examples)
    example.forEach((counts, kind) => {
      const known = numbers[kind] as Map<string, number>;
      for (const key of counts.keys()) if (!known.has(key)) known.set(key, next++);
    });
  return numbers;
}

/** The kind of each feature, by its number. */
export function kindsOf(numbers: FeatureNumbers): Uint8Array {
  const kinds = new Uint8Array(numbers.reduce((sum, { size }) => sum + size, 0));
  numbers.forEach((known, kind) => {
    for (const number of known.values()) kinds[number] = kind;
  });
  return kinds;
}

/** Looks a question's features up. */
export function countFeatures(numbers: FeatureNumbers, kinds: readonly FeatureCounts[]): Counted {
  const features: number[] = [];
  const strengths: number[] = [];
  const ends: number[] = [];
  const unseen: number[] = [];
  kinds.forEach((counts, kind) => {
    const known = numbers[kind] as ReadonlyMap<string, number>;
    let strange = 0;
    for (const [key, count] of counts) {
      const strength = count >= 1 ? 1 + Math.log(count) : count;
      const number = known.get(key);
      if (number === undefined) strange += strength * strength;
      else {
        features.push(number);
        strengths.push(strength);
      }
    }
    ends.push(features.length);
    unseen.push(strange);
  });
  return { features: Int32Array.from(features), strengths: Float32Array.from(strengths), ends, unseen };
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
