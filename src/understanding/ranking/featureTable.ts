import { hashHigh, hashLow } from './hashing.ts';

/** The number of each feature seen while learning, by its hashes: a table with open addresses, a power of two long. */
export interface FeatureTable {
  /** The second hash of the feature in each slot. */
  readonly checks: Int32Array;
  /** Its number and one more; 0 in an empty slot. */
  readonly numbers: Int32Array;
}

const SMALLEST = 1024;
/** So many of three slots are taken at most. */
const FULL = 2 / 3;

/** The number of a feature; -1 for one never seen. */
export function findFeature({ checks, numbers }: FeatureTable, low: number, high: number): number {
  const mask = numbers.length - 1;
  for (let slot = low & mask; numbers[slot] !== 0; slot = (slot + 1) & mask)
    if (checks[slot] === high) return (numbers[slot] as number) - 1;
  return -1;
}

/** The number of a feature by its name. */
export function findNamed(table: FeatureTable, name: string, kind: number): number {
  return findFeature(table, hashLow(name, 0, name.length, kind), hashHigh(name, 0, name.length, kind));
}

/** Numbers features in order of appearance. */
export class FeatureNumberer {
  #table: FeatureTable = emptyTable(SMALLEST);
  #lows: number[] = [];
  #kinds: number[] = [];

  /** The number of a feature, a new one when it is new. */
  number(low: number, high: number, kind: number): number {
    const known = findFeature(this.#table, low, high);
    if (known >= 0) return known;
    const number = this.#lows.push(low) - 1;
    this.#kinds.push(kind);
    if (this.#lows.length > this.#table.numbers.length * FULL) this.#grow();
    put(this.#table, low, high, number);
    return number;
  }

  /** The kind of each feature. */
  kinds(): Uint8Array {
    return Uint8Array.from(this.#kinds);
  }

  /** The table, with the number that each number so far shall become. */
  finish(renumbered: Int32Array): FeatureTable {
    const { checks, numbers } = this.#table;
    return { checks, numbers: numbers.map((number) => (number === 0 ? 0 : (renumbered[number - 1] as number) + 1)) };
  }

  #grow(): void {
    const { checks, numbers } = this.#table;
    const table = emptyTable(numbers.length * 2);
    numbers.forEach((number, slot) => {
      if (number > 0) put(table, this.#lows[number - 1] as number, checks[slot] as number, number - 1);
    });
    this.#table = table;
  }
}

function emptyTable(size: number): FeatureTable {
  return { checks: new Int32Array(size), numbers: new Int32Array(size) };
}

function put({ checks, numbers }: FeatureTable, low: number, high: number, number: number): void {
  const mask = numbers.length - 1;
  let slot = low & mask;
  while (numbers[slot] !== 0) slot = (slot + 1) & mask;
  checks[slot] = high;
  numbers[slot] = number + 1;
}
