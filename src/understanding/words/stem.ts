import { ENGLISH_WORDS, INDONESIAN_WORDS } from './commonWords.ts';
import { stemEnglish } from './stemEnglish.ts';

/**
 * Strips what Indonesian and English put around a word, lightly: "mendaftarkannya" → "daftar", "shipments" → "shipment".
 *
 * The stem is an added feature beside the word itself, so an over-eager cut costs little; a stem of
 * fewer than three letters is never taken.
 */
export function stem(word: string): string {
  if (/\d/.test(word)) return word;
  const remembered = STEMS.get(word);
  if (remembered !== undefined) return remembered;
  const isEnglish = ENGLISH_WORDS.has(word) && !INDONESIAN_WORDS.has(word);
  const root = stemEnglish(isEnglish || word.length < SHORTEST_WORD ? word : stemIndonesian(word));
  if (STEMS.size >= MOST_REMEMBERED) STEMS.clear();
  STEMS.set(word, root);
  return root;
}

const SHORTEST_WORD = 5;
const MOST_REMEMBERED = 20_000;
/** Stems found before; forgetting them changes the time, never the stem. */
const STEMS = new Map<string, string>();

const SUFFIX = /(?:kan|an|i)$/;

/** Prefixes with what they may have swallowed of the root: "menulis" = men + (t)ulis. */
const PREFIXES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:meng|peng)(?=[aeioughkq])/, ['', 'k']],
  [/^(?:meny|peny)(?=[aeiou])/, ['s']],
  [/^(?:mem|pem)(?=[aeiou])/, ['p', 'm']],
  [/^(?:mem|pem)(?=[bpfv])/, ['']],
  [/^(?:men|pen)(?=[aeiou])/, ['t', 'n']],
  [/^(?:men|pen)(?=[cdjstz])/, ['']],
  [/^(?:me|pe)(?=[lrwymn])/, ['']],
  [/^(?:ng)(?=[aeioulrkg])/, ['', 'k']],
  [/^(?:ny)(?=[aeiou])/, ['s', 'c']],
  [/^(?:di|ke|se|ter|ber|per|be|te)(?=[a-z]{3})/, ['']],
];

/** The root of an Indonesian word as far as the list of everyday words knows it; else the shortest likely one. */
export function stemIndonesian(word: string): string {
  const known = (root: string) => root.length >= 3 && INDONESIAN_WORDS.has(root);
  const bare = cut(word, /(?:kah|lah|pun|nya)$/, 4);
  const short = cut(bare, SUFFIX, 4);
  const roots = [bare, short].flatMap((form) => [form, ...unprefixed(form), ...unprefixed(form).flatMap(unprefixed)]);
  const found = roots.filter((root) => root !== word && known(root));
  if (found.length > 0) return found.reduce(shorter);
  if (known(word)) return word;
  return [bare, short]
    .flatMap((form) => [form, ...unprefixed(form).filter((root) => form.endsWith(root))])
    .reduce(shorter);
}

/** The shorter of two forms, unless it is too short to be a word by itself. */
const shorter = (a: string, b: string): string => (b.length < a.length && b.length >= SHORTEST_GUESS ? b : a);
const SHORTEST_GUESS = 4;

function unprefixed(word: string): string[] {
  return PREFIXES.flatMap(([prefix, swallowed]) => {
    const rest = word.replace(prefix, '');
    return rest === word ? [] : swallowed.map((letter) => letter + rest).filter((root) => root.length >= 3);
  });
}

function cut(word: string, ending: RegExp, shortest: number): string {
  const rest = word.replace(ending, '');
  return rest.length >= shortest ? rest : word;
}
