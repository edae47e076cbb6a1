import type { Vector } from './vectors.ts';

/** Learnt weights, by feature: entry numbers and weights of feature `f` lie at `starts[f]` … `starts[f + 1]`. */
export interface LinearModel {
  readonly starts: Int32Array;
  readonly entries: Int32Array;
  readonly weights: Float32Array;
  readonly biases: Float32Array;
}

const ROUNDS = 12;
const COST = 1;
/** An entry has a few phrasings against all the others': each counts for more. */
const OWN_PHRASING_COST = 5;
const SMALLEST_STEP = 0.01;
/** Weights nearer to nothing are dropped: they change no ranking. */
const SMALLEST_WEIGHT = 0.004;

/**
 * Learns one separating line for each entry: its phrasings against all others.
 *
 * Support vectors with squared hinge loss by dual coordinate descent (Hsieh et al. 2008), in a fixed shuffled order,
 * so the same phrasings always give the same weights.
 */
export function trainLinear(
  vectors: readonly Vector[],
  labels: Int32Array,
  entryCount: number,
  featureCount: number,
): LinearModel {
  const squares = Float64Array.from(vectors, ({ values }) => values.reduce((sum, value) => sum + value * value, 1));
  const biases = new Float32Array(entryCount);
  const columns: { features: number[]; weights: number[] }[] = [];
  for (let entry = 0; entry < entryCount; entry++) {
    const { weights, bias } = separate(vectors, squares, labels, entry, featureCount);
    biases[entry] = bias;
    const column: { features: number[]; weights: number[] } = { features: [], weights: [] };
    weights.forEach((weight, feature) => {
      if (Math.abs(weight) < SMALLEST_WEIGHT) return;
      column.features.push(feature);
      column.weights.push(weight);
    });
    columns.push(column);
  }
  return { ...byFeature(columns, featureCount), biases };
}

function separate(
  vectors: readonly Vector[],
  squares: Float64Array,
  labels: Int32Array,
  entry: number,
  featureCount: number,
) {
  const weights = new Float64Array(featureCount);
  const pulls = new Float64Array(vectors.length);
  const order = Int32Array.from(vectors, (_, i) => i);
  const next = createShuffler();
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    next(order);
    let largest = 0;
    for (const n of order) {
      const { features, values } = vectors[n] as Vector;
      const side = labels[n] === entry ? 1 : -1;
      const softness = 0.5 / (side > 0 ? COST * OWN_PHRASING_COST : COST);
      let score = bias;
      for (let j = 0; j < features.length; j++)
        score += (weights[features[j] as number] as number) * (values[j] as number);
      const before = pulls[n] as number;
      const after = Math.max(0, before - (side * score - 1 + softness * before) / ((squares[n] as number) + softness));
      const step = (after - before) * side;
      if (step === 0) continue;
      pulls[n] = after;
      bias += step;
      for (let j = 0; j < features.length; j++)
        weights[features[j] as number] = (weights[features[j] as number] as number) + step * (values[j] as number);
      largest = Math.max(largest, Math.abs(step));
    }
    if (largest < SMALLEST_STEP) break;
  }
  return { weights, bias };
}

function createShuffler(): (order: Int32Array) => void {
  let state = 1;
  return (order) => {
    for (let i = order.length - 1; i > 0; i--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const j = Math.floor((state / 2 ** 32) * (i + 1));
      const held = order[i] as number;
      order[i] = order[j] as number;
      order[j] = held;
    }
  };
}

function byFeature(columns: readonly { features: number[]; weights: number[] }[], featureCount: number) {
  const starts = new Int32Array(featureCount + 1);
  for (const { features } of columns)
    for (const feature of features) starts[feature + 1] = (starts[feature + 1] as number) + 1;
  for (let f = 0; f < featureCount; f++) starts[f + 1] = (starts[f + 1] as number) + (starts[f] as number);
  const at = starts.slice();
  const entries = new Int32Array(starts[featureCount] as number);
  const weights = new Float32Array(starts[featureCount] as number);
  columns.forEach((column, entry) => {
    column.features.forEach((feature, j) => {
      const place = at[feature] as number;
      entries[place] = entry;
      weights[place] = column.weights[j] as number;
      at[feature] = place + 1;
    });
  });
  return { starts, entries, weights };
}

/** How strongly each entry speaks for itself, before calibration. */
export function scoreEntries(model: LinearModel, { features, values }: Vector): Float64Array {
  const scores = Float64Array.from(model.biases);
  for (let j = 0; j < features.length; j++) {
    const feature = features[j] as number;
    const value = values[j] as number;
    for (let p = model.starts[feature] as number; p < (model.starts[feature + 1] as number); p++) {
      const entry = model.entries[p] as number;
      scores[entry] = (scores[entry] as number) + value * (model.weights[p] as number);
    }
  }
  return scores;
}
