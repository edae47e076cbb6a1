import Fuse from 'fuse.js';
import type { Token } from '../words/tokenise.ts';
import type { FoundName } from './findNames.ts';
import type { NameIndex } from './nameIndex.ts';

/** Finds the known name a mistyped word or pair of words stands for: "hungria" → Hungary. */
export interface NameMender {
  mend(typed: string): { readonly name: string; readonly score: number } | undefined;
}

const SHORTEST_TYPED = 5;
/** Of the characters, how many may differ. */
const WORST_SHARE = 0.25;
const MOST_REMEMBERED = 5000;

/** Builds the mender on Fuse.js. Remembers what it was asked; forgetting changes the time, never the answer. */
export function createNameMender(index: NameIndex): NameMender {
  const names = [...index.mendable.keys()].map((name) => ({ name, length: name.length }));
  const fuse = new Fuse(names, {
    keys: ['name'],
    threshold: 0.34,
    includeScore: true,
    ignoreLocation: false,
    distance: 20,
  });
  const remembered = new Map<string, { name: string; score: number } | undefined>();
  return {
    mend(typed) {
      if (typed.length < SHORTEST_TYPED || /\d/.test(typed)) return undefined;
      if (remembered.has(typed)) return remembered.get(typed);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      const best = closest(
        typed,
        fuse.search(typed, { limit: 8 }).map(({ item }) => item.name),
      );
      remembered.set(typed, best);
      return best;
    },
  };
}

/** Fuse proposes, the count of edits decides: its score also forgives what is missing at the end. */
function closest(typed: string, names: readonly string[]): { name: string; score: number } | undefined {
  const near = names
    .map((name) => ({ name, edits: countEdits(typed, name) }))
    .filter(({ name, edits }) => edits / Math.max(typed.length, name.length) <= WORST_SHARE && name[0] === typed[0])
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
  const best = near[0];
  if (!best || near[1]?.edits === best.edits)
    return best && isSameEnough(best.name, near[1]?.name) ? toMended(typed, best) : undefined;
  return toMended(typed, best);
}

const isSameEnough = (a: string, b: string | undefined) => b === undefined || a === b;
const toMended = (typed: string, best: { name: string; edits: number }) => ({
  name: best.name,
  score: 1 - best.edits / Math.max(typed.length, best.name.length),
});

/** Insertions, deletions, replacements and swaps of neighbours between two words. */
export function countEdits(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let edits = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        edits = Math.min(edits, (before[j - 2] ?? 0) + 1);
      row.push(edits);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** Names with a typo, among the tokens that no exact name covers and that are no ordinary words. */
export function findMendedNames(
  index: NameIndex,
  mender: NameMender,
  tokens: readonly Token[],
  isFree: (at: number) => boolean,
  isOrdinary: (word: string) => boolean,
): FoundName[] {
  const found: FoundName[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const pair =
      isFree(at) && isFree(at + 1) && tokens[at + 1] ? `${tokens[at]?.text} ${tokens[at + 1]?.text}` : undefined;
    const single = isFree(at) ? tokens[at]?.text : undefined;
    const mendedPair =
      pair && !(isOrdinary(tokens[at]?.text ?? '') && isOrdinary(tokens[at + 1]?.text ?? ''))
        ? mender.mend(pair)
        : undefined;
    const mended = mendedPair ?? (single && !isOrdinary(single) ? mender.mend(single) : undefined);
    if (!mended) continue;
    const length = mendedPair ? 2 : 1;
    for (const name of index.mendable.get(mended.name) ?? [])
      found.push({ kind: name.kind, id: name.id, from: at, to: at + length, exact: false, score: mended.score });
    at += length - 1;
  }
  return found;
}
