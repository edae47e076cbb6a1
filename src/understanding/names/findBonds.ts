import type { Slot } from '../../knowledge/schema.ts';
import type { CorpusEntry, NamedRow } from '../types.ts';
import { tokenise } from '../words/tokenise.ts';
import { findExactNames } from './findNames.ts';
import type { NameIndex } from './nameIndex.ts';

/** The rows a written entry is about, by kind: an entry on wood for the United States is about no other country. */
export type Bonds = Readonly<Partial<Record<Slot, readonly string[]>>>;

/** Of the phrasings, the share that must name a row of a kind for the entry to be about that kind. */
const BOUND = 0.5;
const BINDING: readonly Slot[] = ['destination', 'product', 'agreement', 'regulation'];

/**
 * Finds what an entry is about from what its phrasings name. Entries that are told a row (`slots`) are about any; one
 * about a union is about its members, too.
 */
export function findBonds(index: NameIndex, rows: readonly NamedRow[], { phrasings, slots = [] }: CorpusEntry): Bonds {
  if (slots.length > 0 || phrasings.length === 0) return {};
  const named = phrasings.map(({ text }) => findExactNames(index, tokenise(text)));
  const bonds: Partial<Record<Slot, readonly string[]>> = {};
  for (const kind of BINDING) {
    const ids = named.map((names) => names.filter((name) => name.kind === kind).map(({ id }) => id));
    const share = ids.filter(({ length }) => length > 0).length / ids.length;
    if (share >= BOUND) bonds[kind] = withUnions(kind, rows, new Set(ids.flat()));
  }
  return bonds;
}

function withUnions(kind: Slot, rows: readonly NamedRow[], ids: ReadonlySet<string>): string[] {
  const related = rows
    .filter((row) => row.kind === kind && row.within !== undefined)
    .flatMap(({ id, within = '' }) => (ids.has(within) ? [id] : ids.has(id) ? [within] : []));
  return [...new Set([...ids, ...related])].sort();
}
