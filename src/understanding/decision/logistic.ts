/** One observation: evidence, whether it held, and how much it counts. */
export interface Observation {
  readonly evidence: readonly number[];
  readonly holds: boolean;
  readonly weight: number;
}

/** Weighs standardised evidence: the first coefficient stands alone. */
export interface Logistic {
  readonly means: readonly number[];
  readonly spreads: readonly number[];
  readonly coefficients: readonly number[];
  /** 1 for evidence that can only speak for it, -1 only against it, 0 either. One for each coefficient. */
  readonly signs: readonly number[];
}

const ITERATIONS = 20;
const SMALLEST_STEP = 1e-6;
/** The first coefficient, which says how often it holds at all, is another in each knowledge. */
const LOOSE = 1;

/** The probability that it holds, between 0 and 1. */
export function probabilityOf(model: Logistic, evidence: readonly number[]): number {
  return 1 / (1 + Math.exp(-logitOf(model.coefficients, standardise(model, evidence))));
}

/**
 * Fits coefficients by Newton's method, held near those it starts from by `stiffness`: few observations
 * change little, none change nothing. Evidence that would come out with the wrong sign is left out: it would mislead
 * on questions unlike those observed.
 */
export function fitLogistic(start: Logistic, observations: readonly Observation[], stiffness: number): Logistic {
  const rows = observations.map(({ evidence }) => standardise(start, evidence));
  const isLeftOut = start.coefficients.map(() => false);
  for (;;) {
    const coefficients = descend(start, rows, observations, stiffness, isLeftOut);
    const wrong = coefficients.findIndex((value, i) => value * (start.signs[i] as number) < 0);
    if (wrong < 0) return { ...start, coefficients };
    isLeftOut[wrong] = true;
  }
}

function descend(
  start: Logistic,
  rows: readonly (readonly number[])[],
  observations: readonly Observation[],
  stiffness: number,
  isLeftOut: readonly boolean[],
): number[] {
  const origin = start.coefficients.map((value, i) => (isLeftOut[i] ? 0 : value));
  const kept = rows.map((row) => row.map((value, i) => (isLeftOut[i] ? 0 : value)));
  const lossOf = (values: readonly number[]) => lossAt(values, origin, kept, observations, stiffness);
  let coefficients = origin;
  let loss = lossOf(coefficients);
  for (let iteration = 0; iteration < ITERATIONS; iteration++) {
    const { slope, curvature } = derive(coefficients, origin, kept, observations, stiffness);
    const step = solve(curvature, slope);
    const taken = takeStep(coefficients, step, loss, lossOf);
    if (!taken) break;
    coefficients = taken.coefficients;
    loss = taken.loss;
    if (step.every((value) => Math.abs(value) < SMALLEST_STEP)) break;
  }
  return coefficients;
}

const MOST_HALVINGS = 12;

/** The whole step, or the largest half of a half of it that is no step back: far out, Newton's method leaps too far. */
function takeStep(
  from: readonly number[],
  step: readonly number[],
  loss: number,
  lossOf: (values: readonly number[]) => number,
): { coefficients: number[]; loss: number } | undefined {
  for (let halving = 0, share = 1; halving <= MOST_HALVINGS; halving++, share /= 2) {
    const coefficients = from.map((value, i) => value + share * (step[i] as number));
    const reached = lossOf(coefficients);
    if (reached <= loss) return { coefficients, loss: reached };
  }
  return undefined;
}

function lossAt(
  coefficients: readonly number[],
  start: readonly number[],
  rows: readonly (readonly number[])[],
  observations: readonly Observation[],
  stiffness: number,
): number {
  const held = coefficients.reduce(
    (sum, value, i) => sum + ((i === 0 ? LOOSE : stiffness) * (value - (start[i] as number)) ** 2) / 2,
    0,
  );
  return rows.reduce((sum, row, n) => {
    const { holds, weight } = observations[n] as Observation;
    const logit = logitOf(coefficients, row) * (holds ? 1 : -1);
    return sum + weight * (logit > 0 ? Math.log1p(Math.exp(-logit)) : Math.log1p(Math.exp(logit)) - logit);
  }, held);
}

function standardise({ means, spreads }: Logistic, evidence: readonly number[]): number[] {
  return [1, ...evidence.map((value, i) => (value - (means[i] as number)) / (spreads[i] as number))];
}

function logitOf(coefficients: readonly number[], row: readonly number[]): number {
  return row.reduce((sum, value, i) => sum + value * (coefficients[i] as number), 0);
}

function derive(
  coefficients: readonly number[],
  start: readonly number[],
  rows: readonly (readonly number[])[],
  observations: readonly Observation[],
  stiffness: number,
) {
  const held = coefficients.map((_, i) => (i === 0 ? LOOSE : stiffness));
  const slope = coefficients.map((value, i) => -(held[i] as number) * (value - (start[i] as number)));
  const curvature = coefficients.map((_, i) => coefficients.map((__, j) => (i === j ? (held[i] as number) : 0)));
  rows.forEach((row, n) => {
    const { holds, weight } = observations[n] as Observation;
    const probability = 1 / (1 + Math.exp(-logitOf(coefficients, row)));
    const pull = weight * ((holds ? 1 : 0) - probability);
    const bend = weight * probability * (1 - probability);
    row.forEach((value, i) => {
      slope[i] = (slope[i] as number) + pull * value;
      const line = curvature[i] as number[];
      row.forEach((other, j) => {
        line[j] = (line[j] as number) + bend * value * other;
      });
    });
  });
  return { slope, curvature };
}

/** Solves a small symmetric system by elimination with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  const size = rows.length;
  for (let i = 0; i < size; i++) {
    const pivot = rows
      .slice(i)
      .reduce((best, row, k) => (Math.abs(row[i] as number) > Math.abs(rows[best]?.[i] as number) ? i + k : best), i);
    [rows[i], rows[pivot]] = [rows[pivot] as number[], rows[i] as number[]];
    const top = rows[i] as number[];
    for (const row of rows.slice(i + 1)) {
      const factor = (row[i] as number) / (top[i] as number);
      for (let j = i; j <= size; j++) row[j] = (row[j] as number) - factor * (top[j] as number);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let i = size - 1; i >= 0; i--) {
    const row = rows[i] as number[];
    let value = row[size] as number;
    for (let j = i + 1; j < size; j++) value -= (row[j] as number) * (solution[j] as number);
    solution[i] = value / (row[i] as number);
  }
  return solution;
}
