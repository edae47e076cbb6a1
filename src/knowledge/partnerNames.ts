import type { Knowledge } from './knowledge.ts';
import type { Agreement } from './schema.ts';

const HOME = 'ID';

/**
 * What a two-sided agreement is called by its partner: "perjanjian Indonesia Chile", "Indonesia-Chile agreement". Empty
 * for one with several partners, and where the partner has another agreement that is in force or as near to it.
 */
export function partnerNames(knowledge: Knowledge, agreement: Agreement): string[] {
  const partner = partnerOf(agreement);
  const row = partner === undefined ? undefined : knowledge.destinations.get(partner);
  if (!row || foremost(knowledge, row.id)?.id !== agreement.id) return [];
  return [...new Set([row.name.id, row.name.en, ...row.names])].flatMap((name) => [
    `perjanjian indonesia ${name}`,
    `perjanjian dagang indonesia ${name}`,
    `perjanjian perdagangan indonesia ${name}`,
    `indonesia ${name} agreement`,
    `indonesia ${name} trade agreement`,
    `agreement between indonesia and ${name}`,
    `agreement of indonesia with ${name}`,
  ]);
}

function partnerOf({ parties }: Agreement): string | undefined {
  const others = parties.filter((id) => id !== HOME);
  return others.length === 1 ? others[0] : undefined;
}

const NEAREST_FIRST: readonly Agreement['status'][] = ['in-force', 'signed', 'concluded', 'negotiating', 'exploring'];

/** The agreement with a partner alone that is furthest on its way; undefined when two are as far. */
function foremost({ agreements }: Knowledge, partner: string): Agreement | undefined {
  const own = [...agreements.values()].filter((one) => one.kind !== 'preference' && partnerOf(one) === partner);
  const ranked = own.toSorted((a, b) => NEAREST_FIRST.indexOf(a.status) - NEAREST_FIRST.indexOf(b.status));
  return ranked[1]?.status === ranked[0]?.status ? undefined : ranked[0];
}
