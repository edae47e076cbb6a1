import { countEdits } from './countEdits.ts';

/** A known word that a mistyped one may stand for, and how much it counts beside it. */
export interface Mended {
  readonly word: string;
  readonly weight: number;
}

/** Finds the known words one typing slip away from an unknown word. */
export interface WordMender {
  mend(typed: string): readonly Mended[];
}

const SHORTEST_MENDED = 3;
const MOST_CHOICES = 3;
const MOST_REMEMBERED = 20_000;
/** Slips seldom hit the first letter, and short words are near too many others. */
const OTHER_FIRST_LETTER = 0.6;
const SHORT_WORD = 0.6;
const LONG_ENOUGH = 5;
/** How much evidence makes a mending as good as the word itself. */
const DOUBT = 0.7;
const MOST_TRUST = 0.9;

/**
 * Builds the mender on the words of the knowledge, with how often each occurs.
 *
 * Words one slip apart share a form with one letter left out (Garbe's symmetric delete), so a look-up costs
 * as many map reads as the word has letters, however large the vocabulary is.
 */
export function createWordMender(frequencies: ReadonlyMap<string, number>): WordMender {
  const byShortened = indexShortened(frequencies.keys());
  const remembered = new Map<string, readonly Mended[]>();
  return {
    mend(typed) {
      const known = remembered.get(typed);
      if (known) return known;
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      const mended = typed.length < SHORTEST_MENDED || /\d/.test(typed) ? [] : weigh(typed, byShortened, frequencies);
      remembered.set(typed, mended);
      return mended;
    },
  };
}

/** Words by the hashes of their shortened forms: chains of places in flat arrays, since a large vocabulary has hundreds of thousands of forms. */
interface ShortenedForms {
  readonly words: readonly string[];
  /** By hash, the newest place of its chain and one more; by place, the next one, and the word. */
  readonly heads: Int32Array;
  readonly nexts: Int32Array;
  readonly owners: Int32Array;
}

function indexShortened(all: Iterable<string>): ShortenedForms {
  const words = [...all].filter((word) => word.length >= SHORTEST_MENDED);
  const count = words.reduce((sum, word) => sum + word.length + 1, 0);
  const heads = new Int32Array(2 ** Math.ceil(Math.log2(count + 1)));
  const nexts = new Int32Array(count);
  const owners = new Int32Array(count);
  let place = 0;
  words.forEach((word, owner) => {
    for (let left = 0; left <= word.length; left++) {
      const slot = hashWithout(word, left) & (heads.length - 1);
      nexts[place] = heads[slot] as number;
      owners[place] = owner;
      heads[slot] = ++place;
    }
  });
  return { words, heads, nexts, owners };
}

/** The hash of a word with one letter left out; with all when there is none at that place. */
function hashWithout(word: string, left: number): number {
  let hash = FIRST_HASH;
  for (let at = 0; at < word.length; at++) if (at !== left) hash = Math.imul(hash ^ word.charCodeAt(at), HASH_FACTOR);
  return hash ^ (hash >>> 15);
}
const FIRST_HASH = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;

/** The words that share a form with a typed one, and a few that only share its hash. */
function sharingForms({ words, heads, nexts, owners }: ShortenedForms, typed: string): ReadonlySet<string> {
  const near = new Set<string>();
  for (let left = 0; left <= typed.length; left++) {
    const slot = hashWithout(typed, left) & (heads.length - 1);
    for (let place = heads[slot] as number; place > 0; place = nexts[place - 1] as number)
      near.add(words[owners[place - 1] as number] as string);
  }
  return near;
}

function weigh(typed: string, byShortened: ShortenedForms, frequencies: ReadonlyMap<string, number>): Mended[] {
  const choices = [...sharingForms(byShortened, typed)]
    .filter((word) => Math.abs(word.length - typed.length) <= 1)
    .filter((word) => countEdits(typed, word) === 1)
    .map((word) => ({ word, weight: likelihood(typed, word, frequencies.get(word) ?? 0) }))
    .sort((a, b) => b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, MOST_CHOICES);
  const total = choices.reduce((sum, { weight }) => sum + weight, 0);
  return choices.map(({ word, weight }) => ({ word, weight: (MOST_TRUST * weight) / (total + DOUBT) }));
}

function likelihood(typed: string, word: string, frequency: number): number {
  const first = typed[0] === word[0] ? 1 : OTHER_FIRST_LETTER;
  const length = Math.min(typed.length, word.length) >= LONG_ENOUGH ? 1 : SHORT_WORD;
  return first * length * Math.log(1 + frequency);
}
