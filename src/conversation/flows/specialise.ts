import type { Slots } from '../../answers/index.ts';
import { COMPOSITIONS, isCurated, type Knowledge } from '../../knowledge/index.ts';

/**
 * The composed entry that says for the named rows what a general entry says for any: "Memilih form SKA" asked together
 * with Korea is the form for Korea. Other entries stand as they are.
 */
export function specialise(knowledge: Knowledge, entryId: string, named: Slots): string {
  for (const entry of knowledge.entries.values())
    if (!isCurated(entry) && entry.general === entryId && COMPOSITIONS[entry.id].every((slot) => named[slot]))
      return entry.id;
  return entryId;
}
