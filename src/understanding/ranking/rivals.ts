import type { Examples, Postings } from './examples.ts';

/** How many of an entry's most telling features are looked up to find who else uses them. */
const TELLING_FEATURES = 150;

/**
 * The examples of other entries that are most like an entry: those a learner must tell it from.
 *
 * All of them when there are no more than `most`. When too few are alike, others fill up, evenly picked.
 */
export function chooseRivals(
  examples: Examples,
  postings: Postings,
  labels: Int32Array,
  entry: number,
  own: readonly number[],
  most: number,
): number[] {
  const isOther = (n: number) => labels[n] !== entry;
  if (examples.count - own.length <= most) return [...labels.keys()].filter(isOther);
  const likeness = new Map<number, number>();
  for (const [feature, weight] of tellingFeatures(examples, postings, own))
    for (let p = postings.starts[feature] as number; p < (postings.starts[feature + 1] as number); p++) {
      const n = postings.examples[p] as number;
      if (isOther(n)) likeness.set(n, (likeness.get(n) ?? 0) + weight * (postings.values[p] as number));
    }
  const nearest = [...likeness].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([n]) => n);
  const rivals = nearest.slice(0, most);
  const stride = Math.max(1, Math.floor(examples.count / most));
  for (let n = entry % stride; n < examples.count && rivals.length < most; n += stride)
    if (isOther(n) && !likeness.has(n)) rivals.push(n);
  return rivals;
}

/** The features of an entry that few others share, strongest first. */
function tellingFeatures(examples: Examples, postings: Postings, own: readonly number[]): [number, number][] {
  const sums = new Map<number, number>();
  for (const n of own)
    for (let p = examples.starts[n] as number; p < (examples.starts[n + 1] as number); p++) {
      const feature = examples.features[p] as number;
      sums.set(feature, (sums.get(feature) ?? 0) + (examples.values[p] as number));
    }
  const spread = (feature: number) => (postings.starts[feature + 1] as number) - (postings.starts[feature] as number);
  const telling = (feature: number, weight: number) => (weight * weight) / Math.sqrt(spread(feature));
  return [...sums]
    .map(([feature, weight]): [number, number, number] => [feature, weight, telling(feature, weight)])
    .sort((a, b) => b[2] - a[2] || a[0] - b[0])
    .slice(0, TELLING_FEATURES)
    .map(([feature, weight]): [number, number] => [feature, weight]);
}
