import type { Examples, Postings } from './examples.ts';
import { createRivalFinder } from './rivals.ts';

/**
 * What was learnt: an entry's score is its bias plus, for each of its supports, the likeness to that example times its
 * pull. The supports of entry `e` lie at `starts[e]` … `starts[e + 1]`, its own phrasings up to `owns[e]`: they pull up,
 * the others down.
 */
export interface Supports {
  readonly starts: Int32Array;
  readonly owns: Int32Array;
  readonly examples: Int32Array;
  readonly pulls: Float32Array;
  readonly biases: Float32Array;
}

/** How thoroughly to learn. Trial runs for calibration may be coarse. */
export interface Effort {
  /** At most so many examples of other entries are looked at closely for one entry. */
  readonly rivals: number;
  /** Look once at all the others, too, learn again from those that were misjudged, and go on to the last digit. */
  readonly isThorough: boolean;
}

const ROUNDS = { thorough: 12, brief: 8 } as const;
const CHECK_ROUNDS = 6;
const COST = 1;
/** An entry has a few phrasings against all the others': each counts for more. */
const OWN_COST = 5;
/** Entries with many phrasings do not outshout those with few; within bounds. */
const MOST_BALANCE = 3;
/** Weaker pulls change no ranking. */
const SMALLEST_PULL = 0.01;
const SMALLEST_STEP = { thorough: 0.01, brief: 0.05 } as const;
/** How safely beyond the margin an example lies that need not be looked at in each round. */
const SAFE = 0;

/**
 * Learns one separating line for each entry: its phrasings against those of all others.
 *
 * Support vectors with squared hinge loss by dual coordinate descent (Hsieh et al. 2008), in a fixed shuffled
 * order, so the same phrasings always give the same result. Far-off phrasings already lie beyond the margin, so the
 * nearest rivals stand for all; one pass over the rest brings in what was overlooked.
 */
export function train(
  examples: Examples,
  postings: Postings,
  labels: Int32Array,
  entryCount: number,
  effort: Effort,
): Supports {
  const own = groupByEntry(labels, entryCount);
  const balances = Float64Array.from(own, ({ length }) => balanceOf(length, examples.count / entryCount));
  const solver = new Solver(examples, labels, balances);
  const finder = createRivalFinder(examples, postings, labels);
  const biases = new Float32Array(entryCount);
  const starts = new Int32Array(entryCount + 1);
  const owns = new Int32Array(entryCount);
  const supports: number[] = [];
  const pulls: number[] = [];
  for (let entry = 0; entry < entryCount; entry++) {
    const phrasings = own[entry] ?? [];
    const rivals = finder.find(entry, phrasings, effort.rivals);
    biases[entry] = solver.solve(entry, [...phrasings, ...rivals], effort.isThorough);
    solver.takePulls((example, pull) => {
      if (Math.abs(pull) < SMALLEST_PULL) return;
      supports.push(example);
      pulls.push(pull);
      if (labels[example] === entry) owns[entry] = supports.length;
    });
    owns[entry] = Math.max(owns[entry] as number, starts[entry] as number);
    starts[entry + 1] = supports.length;
  }
  return { starts, owns, examples: Int32Array.from(supports), pulls: Float32Array.from(pulls), biases };
}

const balanceOf = (count: number, mean: number) =>
  Math.min(MOST_BALANCE, Math.max(1 / MOST_BALANCE, mean / Math.max(1, count)));

function groupByEntry(labels: Int32Array, entryCount: number): number[][] {
  const own: number[][] = Array.from({ length: entryCount }, () => []);
  labels.forEach((label, n) => {
    own[label]?.push(n);
  });
  return own;
}

/** Solves one entry after another on the same buffers. */
class Solver {
  readonly #examples: Examples;
  readonly #labels: Int32Array;
  readonly #balances: Float64Array;
  readonly #weights: Float32Array;
  readonly #pulls: Float64Array;
  readonly #squares: Float64Array;
  #bias = 0;
  #random = 1;
  #seen: number[] = [];

  constructor(examples: Examples, labels: Int32Array, balances: Float64Array) {
    this.#examples = examples;
    this.#labels = labels;
    this.#balances = balances;
    this.#weights = new Float32Array(examples.featureCount);
    this.#pulls = new Float64Array(examples.count);
    this.#squares = new Float64Array(examples.count);
    for (let n = 0; n < examples.count; n++) {
      let sum = 1;
      for (let p = examples.starts[n] as number; p < (examples.starts[n + 1] as number); p++)
        sum += (examples.values[p] as number) ** 2;
      this.#squares[n] = sum;
    }
  }

  /** Returns the bias; the pulls are then taken with {@link takePulls}. */
  solve(entry: number, chosen: readonly number[], isThorough: boolean): number {
    this.#bias = 0;
    this.#random = 1;
    this.#seen = [...chosen];
    const pace = isThorough ? 'thorough' : 'brief';
    this.#descend(entry, ROUNDS[pace], SMALLEST_STEP[pace]);
    const missed = isThorough ? this.#findMisjudged(entry) : [];
    if (missed.length > 0) {
      this.#seen.push(...missed);
      this.#descend(entry, CHECK_ROUNDS, SMALLEST_STEP[pace]);
    }
    return this.#bias;
  }

  /** Hands over the signed pulls of the entry just solved and clears the buffers. */
  takePulls(take: (example: number, pull: number) => void): void {
    for (const n of this.#seen) {
      const pull = this.#pulls[n] as number;
      if (pull !== 0) {
        take(n, pull);
        this.#pulls[n] = 0;
      }
      this.#clearWeights(n);
    }
  }

  #descend(entry: number, rounds: number, smallestStep: number): void {
    let active = [...this.#seen];
    for (let round = 0; round < rounds; round++) {
      this.#shuffle(active);
      const kept: number[] = [];
      let largest = 0;
      for (const n of active) {
        const step = this.#step(entry, n);
        if (step === undefined) continue;
        kept.push(n);
        largest = Math.max(largest, Math.abs(step));
      }
      const isFull = active.length === this.#seen.length;
      if (largest < smallestStep && isFull) break;
      active = largest < smallestStep || round % 4 === 2 ? [...this.#seen] : kept;
    }
  }

  /** One example pulls until it lies on its margin. Nothing when it lies safely beyond. */
  #step(entry: number, n: number): number | undefined {
    const side = this.#labels[n] === entry ? 1 : -1;
    const balance = this.#balances[this.#labels[n] as number] as number;
    const softness = 0.5 / (side > 0 ? COST * OWN_COST * balance : COST * balance);
    const before = Math.abs(this.#pulls[n] as number);
    const slope = side * this.#score(n) - 1 + softness * before;
    if (before === 0 && slope > SAFE) return undefined;
    const after = Math.max(0, before - slope / ((this.#squares[n] as number) + softness));
    const step = (after - before) * side;
    if (step !== 0) this.#move(n, after * side, step);
    return step;
  }

  #score(n: number): number {
    const { starts, features, values } = this.#examples;
    const weights = this.#weights;
    const end = starts[n + 1] as number;
    let score = this.#bias;
    for (let p = starts[n] as number; p < end; p++)
      score += (weights[features[p] as number] as number) * (values[p] as number);
    return score;
  }

  #move(n: number, pull: number, step: number): void {
    const { starts, features, values } = this.#examples;
    const weights = this.#weights;
    const end = starts[n + 1] as number;
    this.#pulls[n] = pull;
    this.#bias += step;
    for (let p = starts[n] as number; p < end; p++) {
      const feature = features[p] as number;
      weights[feature] = (weights[feature] as number) + step * (values[p] as number);
    }
  }

  #clearWeights(n: number): void {
    const { starts, features } = this.#examples;
    for (let p = starts[n] as number; p < (starts[n + 1] as number); p++) this.#weights[features[p] as number] = 0;
  }

  #findMisjudged(entry: number): number[] {
    const seen = new Set(this.#seen);
    const misjudged: number[] = [];
    for (let n = 0; n < this.#examples.count; n++)
      if (!seen.has(n) && this.#labels[n] !== entry && this.#score(n) > -1) misjudged.push(n);
    return misjudged;
  }

  #shuffle(order: number[]): void {
    for (let i = order.length - 1; i > 0; i--) {
      this.#random = (Math.imul(this.#random, 1664525) + 1013904223) >>> 0;
      const j = Math.floor((this.#random / 2 ** 32) * (i + 1));
      const held = order[i] as number;
      order[i] = order[j] as number;
      order[j] = held;
    }
  }
}
