import type { Slot } from '../../knowledge/schema.ts';
import type { Token } from '../words/tokenise.ts';
import type { Name, NameIndex } from './nameIndex.ts';

/** A name found in the tokens `from` … `to` (exclusive). */
export interface FoundName {
  readonly kind: Slot;
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly score: number;
}

/**
 * Finds known names, longest first, left to right, whole words only. A name typed as one word or
 * parted by a hyphen is the same name. An ambiguous name counts when another name stands in the text.
 */
export function findExactNames(index: NameIndex, tokens: readonly Token[]): FoundName[] {
  const found: { name: Name; from: number; to: number }[] = [];
  for (let at = 0; at < tokens.length; ) {
    const names = longestAt(index, tokens, at);
    const length = names[0]?.words.length ?? 1;
    for (const name of names) found.push({ name, from: at, to: at + length });
    at += length;
  }
  const hasCompany = found.some(({ name }) => !name.ambiguous);
  return found
    .filter(({ name }) => hasCompany || !name.ambiguous)
    .map(({ name, from, to }) => ({ kind: name.kind, id: name.id, from, to, exact: true, score: 1 }));
}

/** All rows called by the longest name that begins at a token: "SVLK" may be a programme and a term. */
function longestAt(index: NameIndex, tokens: readonly Token[], at: number): Name[] {
  const names = index.byFirstWord.get(tokens[at]?.text ?? '') ?? [];
  const fitting = names.filter((name) => name.words.every((word, i) => tokens[at + i]?.text === word));
  const longest = fitting[0]?.words.length ?? 0;
  const kinds = new Set<Slot>();
  return fitting.filter((name) => {
    const isNew = name.words.length === longest && !kinds.has(name.kind);
    kinds.add(name.kind);
    return isNew;
  });
}
