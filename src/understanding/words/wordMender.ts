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

function indexShortened(words: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const index = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < SHORTEST_MENDED) continue;
    for (const form of shortenedForms(word)) {
      const sharing = index.get(form);
      if (sharing) sharing.push(word);
      else index.set(form, [word]);
    }
  }
  return index;
}

function shortenedForms(word: string): ReadonlySet<string> {
  const forms = new Set([word]);
  for (let at = 0; at < word.length; at++) forms.add(word.slice(0, at) + word.slice(at + 1));
  return forms;
}

function weigh(
  typed: string,
  byShortened: ReadonlyMap<string, readonly string[]>,
  frequencies: ReadonlyMap<string, number>,
): Mended[] {
  const near = new Set<string>();
  for (const form of shortenedForms(typed)) for (const word of byShortened.get(form) ?? []) near.add(word);
  const choices = [...near]
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
