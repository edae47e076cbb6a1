import type { Slots } from '../../answers/index.ts';
import type { Slot } from '../../knowledge/index.ts';
import type { EntityMention } from '../../understanding/index.ts';

/** Rows named in a text, by kind. */
export function slotsOf(entities: readonly EntityMention[]): Slots {
  const slots: Partial<Record<Slot, string[]>> = {};
  for (const { kind, id } of entities) {
    const rows = slots[kind] ?? [];
    if (!rows.includes(id)) slots[kind] = [...rows, id];
  }
  return slots;
}
