import type { Knowledge } from '../../knowledge/index.ts';
import type { NameInBoth } from '../contract/fields.ts';

/** What a row of the knowledge is called; its key, when it is no longer there. */
export function nameIn(rows: ReadonlyMap<string, { readonly name: NameInBoth }>, key: string): NameInBoth {
  return rows.get(key)?.name ?? { id: key, en: key };
}

/** The table that a talk means when it remembers a `product`, a `destination` or an `agreement`. */
export function rowsOfSlot(knowledge: Knowledge, slot: string): ReadonlyMap<string, { readonly name: NameInBoth }> {
  if (slot === 'product') return knowledge.products;
  if (slot === 'destination') return knowledge.destinations;
  return slot === 'agreement' ? knowledge.agreements : new Map();
}
