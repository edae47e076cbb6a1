import type { FeatureCounts } from './features.ts';

/** A question in numbers: which features, how strongly; of length 1. */
export interface Vector {
  readonly features: Int32Array;
  readonly values: Float64Array;
}

/** The features seen while learning, each with its number and weight. Rare ones weigh more. */
export interface FeatureSpace {
  readonly numbers: ReadonlyMap<string, number>;
  readonly weights: Float64Array;
}

/** How much words, pairs and letter sequences count against each other. */
const KIND_WEIGHTS = [1, 0.7, 1] as const;
/** Rarity counts by its root: full inverse document frequency overrates the odd word when an entry has few phrasings. */
const RARITY_POWER = 0.5;

/** Numbers all features of the phrasings and weighs them by how rare they are. */
export function buildSpace(examples: readonly (readonly FeatureCounts[])[]): FeatureSpace {
  const frequency = new Map<string, number>();
  for (const kinds of examples)
    for (const counts of kinds) for (const key of counts.keys()) frequency.set(key, (frequency.get(key) ?? 0) + 1);
  const numbers = new Map<string, number>();
  for (const key of frequency.keys()) numbers.set(key, numbers.size);
  const weights = new Float64Array(numbers.size);
  for (const [key, number] of numbers)
    weights[number] = Math.log((examples.length + 1) / ((frequency.get(key) ?? 0) + 0.5)) ** RARITY_POWER;
  return { numbers, weights };
}

/** Puts a question into numbers. Features never seen while learning are left out. */
export function toVector(space: FeatureSpace, kinds: readonly FeatureCounts[]): Vector {
  const features: number[] = [];
  const values: number[] = [];
  kinds.forEach((counts, kind) => {
    const begin = values.length;
    for (const [key, count] of counts) {
      const number = space.numbers.get(key);
      if (number === undefined) continue;
      features.push(number);
      values.push((1 + Math.log(count)) * (space.weights[number] ?? 0));
    }
    scale(values, begin, KIND_WEIGHTS[kind] ?? 1);
  });
  scale(values, 0, 1);
  return { features: Int32Array.from(features), values: Float64Array.from(values) };
}

function scale(values: number[], begin: number, length: number): void {
  let squares = 0;
  for (let i = begin; i < values.length; i++) squares += (values[i] ?? 0) ** 2;
  if (squares === 0) return;
  const factor = length / Math.sqrt(squares);
  for (let i = begin; i < values.length; i++) values[i] = (values[i] ?? 0) * factor;
}
