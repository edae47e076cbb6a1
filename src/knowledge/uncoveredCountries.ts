import type { Knowledge } from './knowledge.ts';

/** A country of the world without a row of ours. */
export interface UncoveredCountry {
  /** Two letters, ISO 3166. */
  readonly id: string;
  /** Indonesian and English. */
  readonly names: readonly string[];
}

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
/** Codes the Unicode tables name though no country has them (any more), and home. */
const NO_COUNTRIES = new Set(
  'ZZ XA XB UN EZ QO ID AN BU CS DD DY EA FX HV IC NH NT RH SU TP UK VD YD YU ZR'.split(' '),
);
/** Also a cloth, and it is the cloth that is exported. */
const WORDS_OF_TRADE = new Set(['JE']);
const LANGUAGES = ['id', 'en'].map(
  (language) => new Intl.DisplayNames([language], { type: 'region', fallback: 'none' }),
);

/**
 * The countries that are none of our destinations: "ekspor ke Mali" names a country, no typing error, and "Korea Utara"
 * is not South Korea. What is known of others must not be answered for them.
 *
 * Source of the names: Unicode CLDR, as it comes with Node.
 */
export function uncoveredCountries({ destinations }: Knowledge): UncoveredCountry[] {
  const covered = new Set(
    [...destinations.values()].flatMap(({ name, names }) => [name.id, name.en, ...names]).map(fold),
  );
  const isCovered = (id: string, names: readonly string[]) =>
    destinations.has(id) || names.some((name) => covered.has(fold(name)));
  return LETTERS.flatMap((first) => LETTERS.map((second) => first + second))
    .filter((id) => !NO_COUNTRIES.has(id) && !WORDS_OF_TRADE.has(id))
    .map((id) => ({ id, names: LANGUAGES.flatMap((language) => language.of(id) ?? []) }))
    .filter(({ id, names }) => names.length > 0 && !isCovered(id, names));
}

function fold(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
