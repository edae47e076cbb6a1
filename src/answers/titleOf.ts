import { type Entry, SLOTS } from '../knowledge/index.ts';
import type { Desk, Slots } from './types.ts';

/** The title of an entry with the names of its rows in place; what is not named is called "negara tujuan Anda". */
export function titleOf(desk: Desk, entry: Entry, slots: Slots): string {
  return entry.title[desk.language].replace(/\{(\w+)\}/g, (written, kind: string) => {
    const slot = SLOTS.find((one) => one === kind);
    if (!slot) return written;
    const [id] = slots[slot] ?? [];
    return id === undefined ? desk.words(desk.language, `answers:slot.${slot}`) : nameOfRow(desk, slot, id);
  });
}

/** What a row is called in the exporter's language. */
export function nameOfRow({ knowledge, language }: Desk, slot: (typeof SLOTS)[number], id: string): string {
  switch (slot) {
    case 'destination':
      return knowledge.destinations.get(id)?.name[language] ?? id;
    case 'product':
      return knowledge.products.get(id)?.name[language] ?? id;
    case 'agreement':
      return id;
    case 'unit':
      return knowledge.liaisons.get(id)?.shortName[language] ?? id;
    case 'programme':
      return knowledge.programmes.get(id)?.name[language] ?? id;
    case 'regulation':
      return knowledge.regulations.get(id)?.citation ?? id;
    case 'term':
      return knowledge.terms.get(id)?.term[language] ?? id;
  }
}
