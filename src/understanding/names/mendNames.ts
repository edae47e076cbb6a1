import Fuse from 'fuse.js';
import { countEdits } from '../words/countEdits.ts';
import type { Token } from '../words/tokenise.ts';
import type { FoundName } from './findNames.ts';
import type { Name, NameIndex } from './nameIndex.ts';

/** A known name that a mistyped one stands for; `score` is 1 less the share of letters that differ. */
interface MendedName {
  readonly names: readonly Name[];
  readonly score: number;
}

/** Finds the known name a mistyped word or pair of words stands for: "malaysa" → Malaysia. */
export interface NameMender {
  mend(typed: string): MendedName | undefined;
}

const SHORTEST_TYPED = 5;
const LONG_NAME = 8;
const MOST_REMEMBERED = 5000;
/** A message is searched for so many mistyped names at most, to keep its time bounded. */
const MOST_SEARCHES = 8;
const FUSE_OPTIONS = { threshold: 0.4, ignoreLocation: true, minMatchCharLength: 2 } as const;

/**
 * Builds the mender on Fuse.js, one small index for each first letter, made when first asked for: a slip seldom hits it, and a
 * search costs what the names with that letter cost.
 *
 * Remembers what it was asked; forgetting changes the time, never the answer.
 */
export function createNameMender(index: NameIndex): NameMender {
  const namesOf = Map.groupBy(index.mendable.keys(), (name) => name[0] ?? '');
  const opened = new Map<string, Fuse<string>>();
  const byLetter = (letter: string): Fuse<string> => {
    const fuse = opened.get(letter) ?? new Fuse(namesOf.get(letter) ?? [], FUSE_OPTIONS);
    opened.set(letter, fuse);
    return fuse;
  };
  const remembered = new Map<string, MendedName | undefined>();
  return {
    mend(typed) {
      if (typed.length < SHORTEST_TYPED || /\d/.test(typed)) return undefined;
      if (remembered.has(typed)) return remembered.get(typed);
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      const proposed = byLetter(typed[0] ?? '').search(typed, { limit: 12 });
      const best = closest(
        index,
        typed,
        proposed.map(({ item }) => item),
      );
      remembered.set(typed, best);
      return best;
    },
  };
}

/** Fuse proposes, the count of edits decides: Fuse also forgives what is missing at an end. Two different rows as near: neither. */
function closest(index: NameIndex, typed: string, proposed: readonly string[]): MendedName | undefined {
  const near = proposed
    .map((name) => ({ name, edits: countEdits(typed, name) }))
    .filter(({ name, edits }) => edits <= (Math.min(typed.length, name.length) >= LONG_NAME ? 2 : 1))
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1));
  const best = near[0];
  if (!best) return undefined;
  const rows = near.filter(({ edits }) => edits === best.edits).map(({ name }) => index.mendable.get(name) ?? []);
  const names = rows[0] ?? [];
  const isSameRow = rows.every((others) =>
    others.some(({ kind, id }) => names.some((name) => name.kind === kind && name.id === id)),
  );
  return isSameRow ? { names, score: 1 - best.edits / Math.max(typed.length, best.name.length) } : undefined;
}

/** Names with a typo, among the tokens that `isFree` leaves; pairs of words before single ones. `isOrdinary` words are no typos. */
export function findMendedNames(
  mender: NameMender,
  tokens: readonly Token[],
  isFree: (at: number) => boolean,
  isOrdinary: (word: string) => boolean,
): FoundName[] {
  const found: FoundName[] = [];
  let searches = 0;
  const look = (from: number, to: number): boolean => {
    if (searches++ >= MOST_SEARCHES) return false;
    const typed = tokens
      .slice(from, to)
      .map(({ text }) => text)
      .join(' ');
    const mended = mender.mend(typed);
    for (const { kind, id } of mended?.names ?? [])
      found.push({ kind, id, from, to, exact: false, score: mended?.score ?? 0 });
    return mended !== undefined;
  };
  const isOdd = (at: number) => tokens[at] !== undefined && isFree(at) && !isOrdinary(tokens[at].text);
  const isOpen = (at: number) => tokens[at] !== undefined && isFree(at);
  for (let at = 0; at < tokens.length; at++) {
    const isPairOdd = isOpen(at) && isOpen(at + 1) && (isOdd(at) || isOdd(at + 1));
    if (isPairOdd && look(at, at + 2)) at++;
    else if (isOdd(at)) look(at, at + 1);
  }
  return found;
}
