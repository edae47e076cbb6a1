import type { Vector } from './vectors.ts';

/** Many vectors in flat arrays: those of example `n` lie at `starts[n]` … `starts[n + 1]`. */
export interface Examples {
  readonly count: number;
  readonly featureCount: number;
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly values: Float32Array;
}

/** The same numbers by feature: the examples that have feature `f` lie at `starts[f]` … `starts[f + 1]`, in order. */
export interface Postings {
  readonly starts: Int32Array;
  readonly examples: Int32Array;
  readonly values: Float32Array;
}

/** Lays vectors one after the other. */
export function flatten(vectors: readonly Vector[], featureCount: number): Examples {
  const starts = new Int32Array(vectors.length + 1);
  vectors.forEach(({ features }, n) => {
    starts[n + 1] = (starts[n] as number) + features.length;
  });
  const size = starts[vectors.length] as number;
  const features = new Int32Array(size);
  const values = new Float32Array(size);
  vectors.forEach((vector, n) => {
    features.set(vector.features, starts[n]);
    values.set(vector.values, starts[n]);
  });
  return { count: vectors.length, featureCount, starts, features, values };
}

/** The examples that are kept, in order. */
export function keepExamples(examples: Examples, kept: Int32Array): Examples {
  const starts = new Int32Array(kept.length + 1);
  kept.forEach((n, i) => {
    starts[i + 1] = (starts[i] as number) + (examples.starts[n + 1] as number) - (examples.starts[n] as number);
  });
  const size = starts[kept.length] as number;
  const features = new Int32Array(size);
  const values = new Float32Array(size);
  kept.forEach((n, i) => {
    const [from, to] = [examples.starts[n], examples.starts[n + 1]];
    features.set(examples.features.subarray(from, to), starts[i]);
    values.set(examples.values.subarray(from, to), starts[i]);
  });
  return { count: kept.length, featureCount: examples.featureCount, starts, features, values };
}

/** Turns examples by feature. */
export function invert({ count, featureCount, starts, features, values }: Examples): Postings {
  const bounds = new Int32Array(featureCount + 1);
  for (const feature of features) bounds[feature + 1] = (bounds[feature + 1] as number) + 1;
  for (let f = 0; f < featureCount; f++) bounds[f + 1] = (bounds[f + 1] as number) + (bounds[f] as number);
  const at = bounds.slice();
  const examples = new Int32Array(features.length);
  const strengths = new Float32Array(features.length);
  for (let n = 0; n < count; n++)
    for (let p = starts[n] as number; p < (starts[n + 1] as number); p++) {
      const feature = features[p] as number;
      const place = at[feature] as number;
      examples[place] = n;
      strengths[place] = values[p] as number;
      at[feature] = place + 1;
    }
  return { starts: bounds, examples, values: strengths };
}
