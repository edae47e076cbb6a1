import { isCurated, type Knowledge } from './knowledge.ts';
import { officeNames } from './officeNames.ts';
import { partnerNames } from './partnerNames.ts';
import { regulationNames } from './regulationNames.ts';
import { COMPOSITIONS, type Slot } from './schema.ts';
import { uncoveredCountries } from './uncoveredCountries.ts';

interface NamedRow {
  readonly kind: Slot;
  readonly id: string;
  readonly names: readonly string[];
  readonly ambiguous?: readonly string[];
  readonly within?: string;
  readonly isUncovered?: true;
}

interface Phrasing {
  readonly text: string;
  readonly language: 'id' | 'en';
}

function phrasingsOf(phrasings: { id: readonly string[]; en: readonly string[] }): Phrasing[] {
  return [
    ...phrasings.id.map((text): Phrasing => ({ text, language: 'id' })),
    ...phrasings.en.map((text): Phrasing => ({ text, language: 'en' })),
  ];
}

function namesOf(knowledge: Knowledge): NamedRow[] {
  const named = (
    kind: Slot,
    rows: Iterable<{
      id: string;
      names: readonly string[];
      name: { id: string; en: string };
      memberOf?: string | undefined;
    }>,
  ) =>
    [...rows].map(
      (row): NamedRow => ({
        kind,
        id: row.id,
        names: [...new Set([row.name.id, row.name.en, ...row.names])],
        ...(row.memberOf && { within: row.memberOf }),
      }),
    );
  return [
    ...named('destination', knowledge.destinations.values()),
    ...uncoveredCountries(knowledge).map((row): NamedRow => ({ kind: 'destination', ...row, isUncovered: true })),
    ...named('product', knowledge.products.values()),
    ...named('unit', knowledge.liaisons.values()).map((row) => ({ ...row, names: officeNames(row.names) })),
    ...named('programme', knowledge.programmes.values()),
    ...[...knowledge.agreements.values()].map(
      (row): NamedRow => ({
        kind: 'agreement',
        id: row.id,
        names: [
          ...new Set([
            ...[row.id, row.name.id, row.name.en, ...row.names],
            ...row.proofs.flatMap((proof) => proof.names),
            ...partnerNames(knowledge, row),
          ]),
        ],
      }),
    ),
    ...[...knowledge.regulations.values()].map(
      (row): NamedRow => ({
        kind: 'regulation',
        id: row.id,
        names: [...new Set([row.citation, ...row.names, ...regulationNames(row.citation)])],
      }),
    ),
    ...[...knowledge.terms.values()].map(
      (row): NamedRow => ({
        kind: 'term',
        id: row.id,
        names: [...new Set([row.term.id, row.term.en, ...row.variants])],
        ambiguous: row.ambiguous,
      }),
    ),
  ];
}

/** What the matcher learns from: every entry and class of small talk with its phrasings, every name, synonym and chat spelling. */
export function corpusOf(knowledge: Knowledge) {
  const entries = [...knowledge.entries.values()].map((entry) => ({
    id: entry.id,
    title: entry.title.id,
    phrasings: [
      ...phrasingsOf(entry.phrasings),
      ...(isCurated(entry) ? phrasingsOf({ id: [entry.title.id], en: [entry.title.en] }) : []),
    ],
    slots: isCurated(entry) ? [] : COMPOSITIONS[entry.id],
  }));
  const talk = knowledge.talk.map((one) => ({
    id: one.id,
    title: one.id,
    phrasings: phrasingsOf(one.phrasings),
    slots: [],
  }));
  return {
    entries: [...entries, ...talk],
    names: namesOf(knowledge),
    synonyms: [...knowledge.terms.values()].map(({ id, variants, ambiguous }) => ({ id, variants, ambiguous })),
    spellings: knowledge.spellings.map(({ word, spellings }) => ({ word, spellings })),
  };
}
