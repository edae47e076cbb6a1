import type { Knowledge } from './knowledge.ts';
import type { Agreement, Fact, Liaison } from './schema.ts';

type Language = 'id' | 'en';

const REFERENCE = /\{\{\s*([a-z]+)\.([A-Za-z0-9-]+)\.([A-Za-z]+)\s*\}\}/g;
const AGREEMENT_FACTS = [
  'origin',
  'cumulation',
  'deMinimis',
  'validity',
  'late',
  'direct',
  'thirdParty',
  'backToBack',
  'waiver',
  'declaration',
] as const satisfies readonly (keyof Agreement)[];

function ofLiaison(liaison: Liaison, field: string, language: Language): string | undefined {
  if (field === 'name') return liaison.name[language];
  if (field === 'shortName') return liaison.shortName[language];
  return liaison.channels.find((channel) => channel.kind === field)?.value;
}

function ofAgreement(agreement: Agreement, field: string, language: Language): string | undefined {
  if (field === 'name') return agreement.name[language];
  if (field === 'form') return agreement.proofs[0]?.label[language];
  if (!AGREEMENT_FACTS.some((name) => name === field)) return undefined;
  return (agreement[field as (typeof AGREEMENT_FACTS)[number]] as Fact | undefined)?.[language];
}

function rowValue(
  knowledge: Knowledge,
  table: string,
  id: string,
  field: string,
  language: Language,
): string | undefined {
  if (table === 'liaisons') {
    const liaison = knowledge.liaisons.get(id);
    return liaison && ofLiaison(liaison, field, language);
  }
  if (table === 'agreements') {
    const agreement = knowledge.agreements.get(id);
    return agreement && ofAgreement(agreement, field, language);
  }
  if (table === 'regulations' && field === 'citation') return knowledge.regulations.get(id)?.citation;
  if (table === 'destinations' && field === 'name') return knowledge.destinations.get(id)?.name[language];
  if (table === 'products' && field === 'name') return knowledge.products.get(id)?.name[language];
  if (table === 'programmes' && field === 'name') return knowledge.programmes.get(id)?.name[language];
  return undefined;
}

/** The references in a text that name no row or field, as written. */
export function unresolvedReferences(knowledge: Knowledge, text: string): string[] {
  return [...text.matchAll(/\{\{[^}]*\}\}/g)]
    .map((match) => match[0])
    .filter((written) => {
      const match = new RegExp(REFERENCE.source).exec(written);
      return !match || rowValue(knowledge, match[1] ?? '', match[2] ?? '', match[3] ?? '', 'id') === undefined;
    });
}

/**
 * Puts the values of table rows in place of `{{liaisons.lnsw.phone}}` and the like, so that a fact stands in one place.
 *
 * A reference that resolves to nothing becomes an ellipsis; `npm run knowledge -- check` reports it as an error.
 */
export function resolveReferences(knowledge: Knowledge, text: string, language: Language): string {
  return text.replace(REFERENCE, (_, table, id, field) => rowValue(knowledge, table, id, field, language) ?? '…');
}
