import { type Token, tokenise } from './tokenise.ts';

/** Phrases of one or more words with what each stands for, by their first word, longest first. */
export type PhraseIndex<T> = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly value: T }[]>;

/** A phrase found in the tokens `from` … `to` (exclusive), with all it may stand for. */
export interface FoundPhrase<T> {
  readonly from: number;
  readonly to: number;
  readonly values: readonly T[];
}

/** Folds a phrase into its words, as questions are folded. */
export function wordsOf(phrase: string): string[] {
  return tokenise(phrase).map(({ text }) => text);
}

/** Indexes phrases. The same phrase may stand for several things. */
export function indexPhrases<T>(phrases: Iterable<readonly [words: readonly string[], value: T]>): PhraseIndex<T> {
  const index = new Map<string, { words: readonly string[]; value: T }[]>();
  for (const [words, value] of phrases) {
    const first = words[0];
    if (first === undefined) continue;
    const sharing = index.get(first);
    if (sharing) sharing.push({ words, value });
    else index.set(first, [{ words, value }]);
  }
  for (const sharing of index.values()) sharing.sort((a, b) => b.words.length - a.words.length);
  return index;
}

/** Finds phrases left to right, the longest at each place, whole words only, none within another. */
export function findPhrases<T>(
  index: PhraseIndex<T>,
  tokens: readonly Token[],
  isFree: (at: number) => boolean = () => true,
): FoundPhrase<T>[] {
  const found: FoundPhrase<T>[] = [];
  for (let at = 0; at < tokens.length; ) {
    const fitting = (index.get(tokens[at]?.text ?? '') ?? []).filter(({ words }) =>
      words.every((word, i) => tokens[at + i]?.text === word && isFree(at + i)),
    );
    const length = fitting[0]?.words.length ?? 0;
    if (length === 0) {
      at++;
      continue;
    }
    const values = fitting.filter(({ words }) => words.length === length).map(({ value }) => value);
    found.push({ from: at, to: at + length, values });
    at += length;
  }
  return found;
}
