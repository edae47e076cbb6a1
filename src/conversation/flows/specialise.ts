import type { Slots } from '../../answers/index.ts';
import { COMPOSITIONS, isCurated, type Knowledge, type Slot } from '../../knowledge/index.ts';

/** What a general entry leaves open. Offices, programmes and terms have general entries that are about them already. */
const LEFT_OPEN: ReadonlySet<Slot> = new Set(['destination', 'product', 'agreement']);

/**
 * The composed entry that says for the named rows what a general entry says for any: "Memilih form SKA" asked together
 * with Korea is the form for Korea. Other entries stand as they are.
 */
export function specialise(knowledge: Knowledge, entryId: string, named: Slots): string {
  for (const entry of knowledge.entries.values())
    if (!isCurated(entry) && entry.general === entryId && isAbout(COMPOSITIONS[entry.id], named)) return entry.id;
  return entryId;
}

function isAbout(slots: readonly Slot[], named: Slots): boolean {
  return slots.every((slot) => LEFT_OPEN.has(slot) && named[slot] !== undefined);
}
