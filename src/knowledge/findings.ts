/** What a finding speaks about: names, counts, keys. */
export type Values = Readonly<Record<string, string | number>>;

/** What can be found between rows, and how the terminal says it; the console has its own words for each code. */
const SAID = {
  'unknown-row': ({ field, kind, id }) => `${field} names the ${kind} "${id}", which does not exist`,
  'unknown-proof': ({ proof, agreement, labels }) => `"${proof}" is no proof of ${agreement}, which has ${labels}`,
  'no-advice': () => 'says nothing about which proof to use (advice)',
  'revoked-source': ({ citation }) => `rests on ${citation}, which is revoked`,
  'unknown-source': ({ source }) => `source "${source}" is in neither regulations nor documents`,
  'past-review': ({ reviewBy }) => `was to be reviewed by ${reviewBy}`,
  'few-phrasings': ({ count, language, least }) =>
    `has ${count} phrasings in "${language}", at least ${least} are needed`,
  outdated: () => 'no longer holds and has no change that follows',
  'unknown-reference': ({ reference }) => `${reference} names no value of a table`,
  'short-form-too-long': ({ length, limit }) =>
    `with its references the short form has ${length} characters, at most ${limit}`,
  'repeated-fact': ({ value, reference }) => `repeats "${value}"; write ${reference} instead`,
  'shared-phrasing': ({ text, entry, place }) => `shares the phrasing "${text}" with ${entry} (${place})`,
  'nearly-shared-phrasing': ({ text, entry, place }) => `nearly shares the phrasing "${text}" with ${entry} (${place})`,
} as const satisfies Record<string, (values: Values) => string>;
export type FindingCode = keyof typeof SAID;

/** Every code there is. */
export const FINDING_CODES = Object.keys(SAID) as FindingCode[];

/** A finding as the terminal says it. */
export function sayFinding(code: FindingCode, values: Values): string {
  return SAID[code](values);
}
