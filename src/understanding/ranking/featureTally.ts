import { hashHigh, hashLow } from './hashing.ts';

/** What a text counts, kind after kind: those of kind `k` lie at `ends[k - 1]` … `ends[k]`. */
export interface FeatureCounts {
  /** The two hashes of each feature. */
  readonly lows: Int32Array;
  readonly highs: Int32Array;
  readonly counts: Float64Array;
  readonly ends: readonly number[];
}

const SMALLEST = 512;
/** Slots for each feature that may be held. */
const ROOM = 4;

/** Counts the features of one text after another on the same buffers. */
export class FeatureTally {
  #lows = new Int32Array(SMALLEST);
  #highs = new Int32Array(SMALLEST);
  #counts = new Float64Array(SMALLEST);
  /** The place of a feature and one more; 0 for none. */
  #slots = new Int32Array(SMALLEST * ROOM);
  #size = 0;
  #ends: number[] = [];

  /** Counts a feature of the kind not yet ended by its name. */
  add(name: string, weight: number): void {
    this.addPart(name, 0, name.length, weight);
  }

  /** Counts the letters `from` … `to` of a text as a feature. */
  addPart(text: string, from: number, to: number, weight: number): void {
    const kind = this.#ends.length;
    const low = hashLow(text, from, to, kind);
    const high = hashHigh(text, from, to, kind);
    const mask = this.#slots.length - 1;
    let slot = low & mask;
    for (let place = this.#slots[slot] as number; place > 0; place = this.#slots[slot] as number) {
      if (this.#lows[place - 1] === low && this.#highs[place - 1] === high) {
        this.#counts[place - 1] = (this.#counts[place - 1] as number) + weight;
        return;
      }
      slot = (slot + 1) & mask;
    }
    this.#append(low, high, weight, slot);
  }

  /** From here on features of the next kind are counted. */
  endKind(): void {
    this.#ends.push(this.#size);
  }

  /** Hands over what was counted and begins anew. */
  take(): FeatureCounts {
    const taken = {
      lows: this.#lows.slice(0, this.#size),
      highs: this.#highs.slice(0, this.#size),
      counts: this.#counts.slice(0, this.#size),
      ends: this.#ends,
    };
    this.#slots.fill(0);
    this.#size = 0;
    this.#ends = [];
    return taken;
  }

  #append(low: number, high: number, weight: number, slot: number): void {
    this.#lows[this.#size] = low;
    this.#highs[this.#size] = high;
    this.#counts[this.#size] = weight;
    this.#size++;
    this.#slots[slot] = this.#size;
    if (this.#size === this.#lows.length) this.#grow();
  }

  #grow(): void {
    const size = this.#lows.length * 2;
    const [lows, highs, counts] = [new Int32Array(size), new Int32Array(size), new Float64Array(size)];
    lows.set(this.#lows);
    highs.set(this.#highs);
    counts.set(this.#counts);
    const slots = new Int32Array(size * ROOM);
    for (let place = 0; place < this.#size; place++) {
      let slot = (lows[place] as number) & (slots.length - 1);
      while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = place + 1;
    }
    this.#lows = lows;
    this.#highs = highs;
    this.#counts = counts;
    this.#slots = slots;
  }
}
