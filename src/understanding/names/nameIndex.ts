import type { Slot } from '../../knowledge/schema.ts';
import type { NamedRow } from '../types.ts';
import { indexPhrases, type PhraseIndex, wordsOf } from '../words/phraseIndex.ts';

/** One way a row is called, as folded words. */
export interface Name {
  readonly words: readonly string[];
  readonly kind: Slot;
  readonly id: string;
  /** Also an ordinary word: counts only in company. */
  readonly isAmbiguous: boolean;
  /** Of a row that exists, and of which nothing is known. */
  readonly isUncovered: boolean;
}

/** All names of all rows, for finding them as typed and mending typos in them. */
export interface NameIndex {
  readonly phrases: PhraseIndex<Name>;
  /** Every word that occurs in a name. */
  readonly words: ReadonlySet<string>;
  /** Names long enough to be recognised with a typo, by their joined words. */
  readonly mendable: ReadonlyMap<string, readonly Name[]>;
}

const SHORTEST_MENDABLE = 5;
const SHORTEST_PART = 3;

/** Indexes the names of all rows. The same name may belong to several rows; of one kind, the first row keeps it. */
export function indexNames(rows: readonly NamedRow[]): NameIndex {
  const names = rows.flatMap(namesOf);
  const mendable = new Map<string, Name[]>();
  for (const name of names) {
    const joined = name.words.join(' ');
    if (!isMendable(name, joined)) continue;
    const sharing = mendable.get(joined) ?? [];
    mendable.set(joined, sharing);
    sharing.push(name);
  }
  return {
    phrases: indexPhrases(names.map((name) => [name.words, name] as const)),
    words: new Set(names.flatMap(({ words }) => words)),
    mendable,
  };
}

/** "form z" must not be mended to "form d": every word of the name is long enough to be known by most of its letters. */
function isMendable({ isAmbiguous, isUncovered, words }: Name, joined: string): boolean {
  return (
    !isAmbiguous &&
    !isUncovered &&
    joined.length >= SHORTEST_MENDABLE &&
    words.every((word) => word.length >= SHORTEST_PART && !/\d/.test(word))
  );
}

function namesOf(row: NamedRow): Name[] {
  const join = (name: string) => wordsOf(name).join(' ');
  const ambiguous = new Set((row.ambiguous ?? []).map(join));
  const joined = new Set([...row.names, ...(row.ambiguous ?? [])].map(join).filter((name) => name !== ''));
  return [...joined].map((name) => ({
    words: name.split(' '),
    kind: row.kind,
    id: row.id,
    isAmbiguous: ambiguous.has(name),
    isUncovered: row.isUncovered === true,
  }));
}
