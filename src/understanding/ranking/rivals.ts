import type { Examples, Postings } from './examples.ts';
import type { Sequence } from './sequence.ts';

/** The fewest of an entry's telling features that are looked up to find who else uses them. */
const FEWEST_FEATURES = 12;
/** How many examples are touched in the search, for each rival wanted. */
const REACH = 24;
const BUCKETS = 1024;

/** Finds, for one entry after another, the examples of other entries that a learner must tell it from. */
export interface RivalFinder {
  /** The `likest` examples of other entries and `others` at random; all when there are no more. */
  find(entry: number, own: readonly number[], likest: number, others: number, next: Sequence): number[];
}

/** Builds a finder; its buffers serve all entries. */
export function createRivalFinder(examples: Examples, postings: Postings, labels: Int32Array): RivalFinder {
  const likeness = new Float32Array(examples.count);
  const sums = new Float32Array(examples.featureCount);
  return {
    find(entry, own, likest, others, next) {
      const isOther = (n: number) => labels[n] !== entry;
      if (examples.count - own.length <= likest + others) return [...labels.keys()].filter(isOther);
      const touched = spread(examples, postings, own, sums, likeness, likest * REACH).filter(isOther);
      const rivals = takeLikest(touched, likeness, likest);
      likeness.fill(0);
      for (let i = 0; i < others; i++) {
        const n = next(examples.count);
        if (isOther(n)) rivals.push(n);
      }
      return rivals;
    },
  };
}

/** Adds up how alike examples are by the entry's telling features, until `reach` of them are touched. Returns them. */
function spread(
  examples: Examples,
  postings: Postings,
  own: readonly number[],
  sums: Float32Array,
  likeness: Float32Array,
  reach: number,
): number[] {
  const touched: number[] = [];
  let looked = 0;
  tellingFeatures(examples, postings, own, sums).forEach(({ feature, weight }, rank) => {
    const begin = postings.starts[feature] as number;
    const end = postings.starts[feature + 1] as number;
    if (rank >= FEWEST_FEATURES && looked + end - begin > reach) return;
    looked += end - begin;
    for (let p = begin; p < end; p++) {
      const n = postings.examples[p] as number;
      if (likeness[n] === 0) touched.push(n);
      likeness[n] = (likeness[n] as number) + weight * (postings.values[p] as number);
    }
  });
  return touched;
}

/** The features of an entry, those first that few others share and that weigh much in it. */
function tellingFeatures(examples: Examples, postings: Postings, own: readonly number[], sums: Float32Array) {
  const features: number[] = [];
  for (const n of own)
    for (let p = examples.starts[n] as number; p < (examples.starts[n + 1] as number); p++) {
      const feature = examples.features[p] as number;
      if (sums[feature] === 0) features.push(feature);
      sums[feature] = (sums[feature] as number) + (examples.values[p] as number);
    }
  const telling = features.map((feature) => {
    const weight = sums[feature] as number;
    const spreadOut = (postings.starts[feature + 1] as number) - (postings.starts[feature] as number);
    sums[feature] = 0;
    return { feature, weight, worth: spreadOut <= 1 ? 0 : (weight * weight) / Math.sqrt(spreadOut) };
  });
  return telling.filter(({ worth }) => worth > 0).sort((a, b) => b.worth - a.worth || a.feature - b.feature);
}

/** The `most` likest, by buckets instead of sorting; within the last bucket the first ones. */
function takeLikest(touched: readonly number[], likeness: Float32Array, most: number): number[] {
  if (touched.length <= most) return [...touched];
  const highest = touched.reduce((max, n) => Math.max(max, likeness[n] as number), 0);
  const bucketOf = (n: number) => Math.min(BUCKETS - 1, Math.floor(((likeness[n] as number) / highest) * BUCKETS));
  const sizes = new Int32Array(BUCKETS);
  for (const n of touched) sizes[bucketOf(n)] = (sizes[bucketOf(n)] as number) + 1;
  let last = BUCKETS - 1;
  let above = 0;
  while (last > 0 && above + (sizes[last] as number) < most) above += sizes[last--] as number;
  const rivals = touched.filter((n) => bucketOf(n) > last);
  for (const n of touched) if (rivals.length < most && bucketOf(n) === last) rivals.push(n);
  return rivals;
}
