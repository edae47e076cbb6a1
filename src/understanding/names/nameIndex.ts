import type { Slot } from '../../knowledge/schema.ts';
import type { NamedRow } from '../types.ts';
import { tokenise } from '../words/tokenise.ts';

/** One way a row is called, as folded words. */
export interface Name {
  readonly words: readonly string[];
  readonly kind: Slot;
  readonly id: string;
  /** Also an ordinary word: counts only in company. */
  readonly ambiguous: boolean;
}

/** All names by their first word, longest first, and each name joined for mending typos. */
export interface NameIndex {
  readonly byFirstWord: ReadonlyMap<string, readonly Name[]>;
  /** Every word that occurs in a name. */
  readonly words: ReadonlySet<string>;
  /** Names long enough to be recognised with a typo, by their joined words. */
  readonly mendable: ReadonlyMap<string, readonly Name[]>;
}

const SHORTEST_MENDABLE = 5;

/** Indexes the names of all rows. The same name may belong to several rows; the first row given wins a tie. */
export function indexNames(rows: readonly NamedRow[]): NameIndex {
  const byFirstWord = new Map<string, Name[]>();
  const mendable = new Map<string, Name[]>();
  const words = new Set<string>();
  for (const name of rows.flatMap(namesOf)) {
    const first = name.words[0] ?? '';
    append(byFirstWord, first, name);
    for (const word of name.words) words.add(word);
    const joined = name.words.join(' ');
    if (joined.length >= SHORTEST_MENDABLE && !name.ambiguous && !/\d/.test(joined)) append(mendable, joined, name);
  }
  for (const names of byFirstWord.values()) names.sort((a, b) => b.words.length - a.words.length);
  return { byFirstWord, words, mendable };
}

function namesOf(row: NamedRow): Name[] {
  const ambiguous = new Set((row.ambiguous ?? []).map(joinedWords));
  const joined = new Set([...row.names, ...(row.ambiguous ?? [])].map(joinedWords).filter((name) => name !== ''));
  return [...joined].map((name) => ({
    words: name.split(' '),
    kind: row.kind,
    id: row.id,
    ambiguous: ambiguous.has(name),
  }));
}

function joinedWords(name: string): string {
  return tokenise(name)
    .map((token) => token.text)
    .join(' ');
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
