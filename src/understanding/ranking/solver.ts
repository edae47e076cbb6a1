import type { Examples } from './examples.ts';
import { createSequence } from './sequence.ts';

const ROUNDS = 7;
const SMALLEST_STEP = 0.05;
const COST = 1;
/** An entry has a few phrasings against all the others': each counts for more. */
const OWN_COST = 5;
/** Entries with many phrasings do not outshout those with few; within bounds. */
const MOST_BALANCE = 3;
/** Every so many rounds the examples that lay safely on their side are looked at again. */
const FULL_ROUND = 4;
/** No step: the example lies beyond its margin and does not pull. */
const SAFE = Number.POSITIVE_INFINITY;

/**
 * Solves one entry after another on the same buffers: support vectors with squared hinge loss by dual coordinate
 * descent (Hsieh et al. 2008), in a fixed shuffled order, so the same phrasings always give the same result.
 */
export class Solver {
  readonly #examples: Examples;
  readonly #labels: Int32Array;
  /** By example, how far it may give way: as one of the entry's own, and as a rival. */
  readonly #ownSoftness: Float64Array;
  readonly #rivalSoftness: Float64Array;
  readonly #squares: Float64Array;
  readonly #weights: Float32Array;
  readonly #pulls: Float64Array;
  readonly #isSeen: Uint8Array;
  readonly #seen: Int32Array;
  readonly #active: Int32Array;
  #seenCount = 0;
  #bias = 0;
  #entry = 0;

  constructor(examples: Examples, labels: Int32Array, entryCount: number) {
    this.#examples = examples;
    this.#labels = labels;
    const balance = balances(labels, entryCount);
    this.#ownSoftness = Float64Array.from(labels, (label) => 0.5 / (COST * OWN_COST * (balance[label] as number)));
    this.#rivalSoftness = Float64Array.from(labels, (label) => 0.5 / (COST * (balance[label] as number)));
    this.#squares = squaresOf(examples);
    this.#weights = new Float32Array(examples.featureCount);
    this.#pulls = new Float64Array(examples.count);
    this.#isSeen = new Uint8Array(examples.count);
    this.#seen = new Int32Array(examples.count);
    this.#active = new Int32Array(examples.count);
  }

  /** Begins an entry with the examples to look at. */
  begin(entry: number, chosen: readonly number[]): void {
    this.#entry = entry;
    this.#bias = 0;
    this.#seenCount = 0;
    this.add(chosen);
  }

  /** Looks at more examples from now on. Returns how many were new. */
  add(chosen: readonly number[]): number {
    const before = this.#seenCount;
    for (const n of chosen)
      if (this.#isSeen[n] === 0) {
        this.#isSeen[n] = 1;
        this.#seen[this.#seenCount++] = n;
      }
    return this.#seenCount - before;
  }

  /** Takes up an example with the signed pull it had before. */
  recall(n: number, pull: number): void {
    this.add([n]);
    this.#move(n, Math.abs(pull), pull);
  }

  /** Lets the examples pull until all lie on their side of the margin, or rounds run out. */
  descend(rounds = ROUNDS): void {
    const next = createSequence(this.#entry);
    const active = this.#active;
    let count = this.#activateAll();
    for (let round = 0; round < rounds; round++) {
      shuffle(active, count, next);
      const isFull = count === this.#seenCount;
      let kept = 0;
      let largest = 0;
      for (let i = 0; i < count; i++) {
        const n = active[i] as number;
        const step = this.#step(n);
        if (step === SAFE) continue;
        active[kept++] = n;
        largest = Math.max(largest, Math.abs(step));
      }
      if (largest < SMALLEST_STEP && isFull) break;
      count = largest < SMALLEST_STEP || round % FULL_ROUND === FULL_ROUND - 2 ? this.#activateAll() : kept;
    }
  }

  #activateAll(): number {
    for (let i = 0; i < this.#seenCount; i++) this.#active[i] = this.#seen[i] as number;
    return this.#seenCount;
  }

  /** Whether an example of another entry, not looked at yet, lies on the wrong side of its margin. */
  isMisjudged(n: number): boolean {
    return this.#isSeen[n] === 0 && this.#labels[n] !== this.#entry && this.#score(n) > -1;
  }

  /** Hands over the signed pulls, clears the buffers and returns the bias. */
  finish(take: (example: number, pull: number) => void): number {
    const { starts, features } = this.#examples;
    for (let i = 0; i < this.#seenCount; i++) {
      const n = this.#seen[i] as number;
      const pull = this.#pulls[n] as number;
      this.#isSeen[n] = 0;
      if (pull === 0) continue;
      take(n, this.#labels[n] === this.#entry ? pull : -pull);
      this.#pulls[n] = 0;
      for (let p = starts[n] as number; p < (starts[n + 1] as number); p++) this.#weights[features[p] as number] = 0;
    }
    return this.#bias;
  }

  /** One example pulls until it lies on its margin. {@link SAFE} when it lies safely beyond. */
  #step(n: number): number {
    const isOwn = this.#labels[n] === this.#entry;
    const side = isOwn ? 1 : -1;
    const softness = (isOwn ? this.#ownSoftness[n] : this.#rivalSoftness[n]) as number;
    const before = this.#pulls[n] as number;
    const slope = side * this.#score(n) - 1 + softness * before;
    if (before === 0 && slope > 0) return SAFE;
    const after = Math.max(0, before - slope / ((this.#squares[n] as number) + softness));
    const step = after - before;
    if (step !== 0) this.#move(n, after, step * side);
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
}

/** How much the examples of each entry count, so that all entries count about as much. */
function balances(labels: Int32Array, entryCount: number): Float64Array {
  const counts = new Float64Array(entryCount);
  for (const label of labels) counts[label] = (counts[label] as number) + 1;
  const mean = labels.length / Math.max(1, new Set(labels).size);
  return counts.map((count) => Math.min(MOST_BALANCE, Math.max(1 / MOST_BALANCE, mean / Math.max(1, count))));
}

/** Squared lengths, the bias counted as one more feature. */
function squaresOf({ count, starts, values }: Examples): Float64Array {
  return Float64Array.from({ length: count }, (_, n) => {
    let sum = 1;
    for (let p = starts[n] as number; p < (starts[n + 1] as number); p++) sum += (values[p] as number) ** 2;
    return sum;
  });
}

function shuffle(order: Int32Array, count: number, next: (below: number) => number): void {
  for (let i = count - 1; i > 0; i--) {
    const j = next(i + 1);
    const held = order[i] as number;
    order[i] = order[j] as number;
    order[j] = held;
  }
}
