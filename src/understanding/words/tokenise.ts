/** A word of the text, folded to plain lower-case letters. `start` and `end` count characters as typed. */
export interface Token {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’`ʼ][\p{L}\p{N}]+)*/gu;
const LONGEST_WORD = 40;
/** A message is a question, not a document: what comes after is not read. */
const MOST_TOKENS = 120;

/** Lower case, accents and apostrophes removed: "Lao's" → "laos", "café" → "cafe". */
export function fold(word: string): string {
  return word
    .normalize('NFKD')
    .replace(/[\p{M}'’`ʼ]/gu, '')
    .toLowerCase();
}

/** Splits a text into folded words with their places. Hyphens, dots and slashes part words. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    if (tokens.length === MOST_TOKENS) break;
    const folded = fold(match[0]).slice(0, LONGEST_WORD);
    if (folded !== '') tokens.push({ text: folded, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
