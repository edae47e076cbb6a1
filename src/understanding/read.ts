import type { Slot } from '../knowledge/schema.ts';
import { type FoundName, findExactNames } from './names/findNames.ts';
import { findMendedNames, type NameMender } from './names/mendNames.ts';
import type { NameIndex } from './names/nameIndex.ts';
import { oneOfJoined } from './names/oneOfJoined.ts';
import { findUnknownNames } from './names/unknownNames.ts';
import type { FeatureWord } from './ranking/features.ts';
import type { Correction, EntityMention, Language, UnknownName } from './types.ts';
import { ENGLISH_SPELLINGS, INDONESIAN_SPELLINGS } from './words/chatSpellings.ts';
import { isCommonWord } from './words/commonWords.ts';
import { conceptOf } from './words/concepts.ts';
import { withoutCourtesy } from './words/courtesy.ts';
import { type FoundPhrase, findPhrases, type PhraseIndex } from './words/phraseIndex.ts';
import { isHomePlace, isNearHomePlace } from './words/places.ts';
import { stem } from './words/stem.ts';
import { type Token, tokenise } from './words/tokenise.ts';
import type { WordMender } from './words/wordMender.ts';

/** A question as read: words in order, names in place. */
export interface Reading {
  readonly words: readonly FeatureWord[];
  readonly corrections: readonly Correction[];
  readonly entities: readonly EntityMention[];
  readonly unknownNames: readonly UnknownName[];
  /** The words that belong to no name. */
  readonly besides: readonly string[];
  readonly tokenCount: number;
}

/** What reading needs of the knowledge. */
export interface Lexicon {
  readonly names: NameIndex;
  readonly nameMender: NameMender;
  readonly nameKinds: ReadonlySet<Slot>;
  /** The glossary: phrase → its term. */
  readonly terms: PhraseIndex<{ readonly id: string; readonly isAmbiguous: boolean }>;
  /** Chat spelling → plain words. */
  readonly spellings: PhraseIndex<string>;
  /** How often each word occurs in the phrasings. */
  readonly frequencies: ReadonlyMap<string, number>;
  readonly stems: ReadonlySet<string>;
  readonly wordMender: WordMender;
}

/** These kinds stand for one another: what is asked of one country is asked of any. The words of the others are topics of their own. */
const MASKED_KINDS: ReadonlySet<Slot> = new Set(['destination', 'product', 'agreement']);
/** A word seen once in all phrasings is no better known than a new one. */
const RARE = 1;

/** Reads a text: chat spellings made plain, names found, what is mistyped mended. Phrasings are read as they stand. */
export function readText(lexicon: Lexicon, text: string, language: Language, isPhrasing = false): Reading {
  const corrections: Correction[] = [];
  const plain = respell(lexicon, tokenise(text), language, corrections);
  const tokens = withoutCourtesy(plain);
  const names = findNames(lexicon, tokens, isPhrasing);
  const nameAt = placeIndex(names);
  const terms = findTerms(lexicon, tokens, nameAt);
  const words = tokens.map((_, at) => readWord(lexicon, tokens, at, nameAt, terms, corrections, isPhrasing));
  return {
    words,
    corrections,
    entities: names.filter(({ isUncovered }) => !isUncovered).map((name) => toMention(name, tokens, text)),
    unknownNames: isPhrasing ? [] : [...uncovered(names, tokens, text), ...findUnknown(lexicon, tokens, nameAt, text)],
    besides: tokens.filter((_, at) => !nameAt.has(at)).map((token) => token.text),
    tokenCount: tokens.length,
  };
}

/** A known word or a form of one, in any of the languages. */
export function isOrdinary(lexicon: Lexicon, word: string): boolean {
  if (lexicon.frequencies.has(word) || isCommonWord(word) || isHomePlace(word) || lexicon.names.words.has(word))
    return true;
  const root = stem(word);
  return lexicon.stems.has(root) || (root !== word && isCommonWord(root)) || conceptOf(word) !== undefined;
}

function findNames(lexicon: Lexicon, tokens: readonly Token[], isPhrasing: boolean): FoundName[] {
  const exact = oneOfJoined(findExactNames(lexicon.names, tokens), tokens);
  if (isPhrasing || lexicon.names.mendable.size === 0) return exact;
  const taken = placeIndex(exact);
  const mended = findMendedNames(
    lexicon.nameMender,
    tokens,
    (at) => !taken.has(at),
    (word) => isOrdinary(lexicon, word),
  );
  return [...exact, ...mended].sort((a, b) => a.from - b.from);
}

function uncovered(names: readonly FoundName[], tokens: readonly Token[], text: string): UnknownName[] {
  return names
    .filter(({ isUncovered }) => isUncovered)
    .map((name) => ({ kind: name.kind, text: toMention(name, tokens, text).text, isUncovered: true }));
}

function findUnknown(
  lexicon: Lexicon,
  tokens: readonly Token[],
  nameAt: ReadonlyMap<number, FoundName>,
  text: string,
): UnknownName[] {
  if (lexicon.nameKinds.size === 0) return [];
  return findUnknownNames({
    tokens,
    isNamed: (at) => nameAt.has(at),
    isCapital: (at) => /\p{Ll}/u.test(text) && /^\p{Lu}\p{Ll}/u.test(text.slice(tokens[at]?.start ?? 0)),
    hasPartner: [...nameAt.values()].some(({ kind }) => kind === 'destination' || kind === 'agreement'),
    isOrdinary: (word) => isOrdinary(lexicon, word) || lexicon.wordMender.mend(word).length > 0,
    isKnownWord: (word) => isOrdinary(lexicon, word) || isNearHomePlace(word),
    hasKind: (kind) => lexicon.nameKinds.has(kind),
  });
}

/** The plain words of a phrasing: what the vocabulary is made of. */
export function plainWords(lexicon: Pick<Lexicon, 'spellings' | 'names'>, text: string, language: Language): string[] {
  return respell(lexicon, tokenise(text), language, []).map((token) => token.text);
}

/** Each place of a name; of names in the same place the first that masks, else the first. */
function placeIndex(names: readonly FoundName[]): Map<number, FoundName> {
  const index = new Map<number, FoundName>();
  for (const name of names)
    for (let at = name.from; at < name.to; at++) {
      const known = index.get(at);
      if (!known || (!MASKED_KINDS.has(known.kind) && MASKED_KINDS.has(name.kind))) index.set(at, name);
    }
  return index;
}

/** Chat spellings and repeated letters → plain words, each in the place of what was typed. */
function respell(
  lexicon: Pick<Lexicon, 'spellings' | 'names'>,
  tokens: readonly Token[],
  language: Language,
  corrections: Correction[],
): Token[] {
  const phrases = findPhrases(lexicon.spellings, tokens);
  const byStart = new Map(phrases.map((phrase) => [phrase.from, phrase]));
  const plain: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    const phrase = byStart.get(at);
    const to = phrase?.values[0] ?? plainSpelling(lexicon.names, token.text, language);
    if (to === undefined) {
      plain.push(token);
      continue;
    }
    const end = tokens[(phrase?.to ?? at + 1) - 1] as Token;
    const from = tokens
      .slice(at, phrase?.to ?? at + 1)
      .map((one) => one.text)
      .join(' ');
    corrections.push({ from, to, reason: phrase || !/(.)\1\1|2$/.test(token.text) ? 'spelling' : 'repeat' });
    for (const text of to.split(' ')) plain.push({ text, start: token.start, end: end.end });
    at = (phrase?.to ?? at + 1) - 1;
  }
  return plain;
}

/** "hsnya", "mebelnya": the name before it is the name. */
const OF_IT = 'nya';

/** What a single word is short for in a language; nothing for a word of a name. */
function plainSpelling(names: NameIndex, word: string, language: Language): string | undefined {
  if (names.words.has(word)) return undefined;
  const spellings = language === 'id' ? INDONESIAN_SPELLINGS : ENGLISH_SPELLINGS;
  const known = spellings.get(word);
  if (known) return known;
  const root = word.slice(0, -OF_IT.length);
  if (word.endsWith(OF_IT) && names.words.has(root) && !isCommonWord(root)) return `${root} ${OF_IT}`;
  const single = word.replace(/([a-z])\1{2,}/g, '$1').replace(/^([a-z]{3,})2$/, '$1');
  return single === word ? undefined : (spellings.get(single) ?? single);
}

type FoundTerm = FoundPhrase<{ readonly id: string; readonly isAmbiguous: boolean }>;

/** The term that begins or goes on at each place. An ambiguous one counts in the company of another term or a name. */
function findTerms(
  lexicon: Lexicon,
  tokens: readonly Token[],
  nameAt: ReadonlyMap<number, FoundName>,
): ReadonlyMap<number, FoundTerm> {
  const isMasked = (at: number) => MASKED_KINDS.has(nameAt.get(at)?.kind ?? 'term');
  const found = findPhrases(lexicon.terms, tokens, (at) => !isMasked(at));
  const clear = found.filter(({ values }) => values.some(({ isAmbiguous }) => !isAmbiguous));
  const hasCompany = clear.length > 0 || nameAt.size > 0;
  const index = new Map<number, FoundTerm>();
  for (const term of hasCompany ? found : clear) for (let at = term.from; at < term.to; at++) index.set(at, term);
  return index;
}

function readWord(
  lexicon: Lexicon,
  tokens: readonly Token[],
  at: number,
  nameAt: ReadonlyMap<number, FoundName>,
  terms: ReadonlyMap<number, FoundTerm>,
  corrections: Correction[],
  isPhrasing: boolean,
): FeatureWord {
  const token = tokens[at] as Token;
  const name = nameAt.get(at);
  if (name && (MASKED_KINDS.has(name.kind) || isCitation(name, tokens))) return readNamed(lexicon, token, at, name);
  const term = terms.get(at);
  const frequency = lexicon.frequencies.get(token.text) ?? 0;
  const isEveryday = isCommonWord(token.text) || conceptOf(token.text) !== undefined;
  const isRight = isPhrasing || frequency > 0 || name !== undefined || term !== undefined || isEveryday;
  const mended = isRight ? [] : lexicon.wordMender.mend(token.text);
  const best = mended[0];
  if (term?.from === at) noteTerm(term, token, corrections);
  if (best) corrections.push({ from: token.text, to: best.word, reason: 'typo' });
  else if (frequency === 0 && !term) noteAffix(lexicon, token.text, corrections);
  const isKnown = name || term || isEveryday || /^\d/.test(token.text);
  return {
    text: token.text,
    ...(name?.from === at ? { shape: `{${name.kind}}` } : {}),
    ...(term ? (term.from === at ? { term: `=${term.values[0]?.id}` } : { isInTerm: true }) : {}),
    ...(best ? { mended } : {}),
    ...(frequency <= RARE && !best && !isKnown ? { isStrange: true } : {}),
  };
}

/** "Permendag 24/2018" says no more than which act; "EUDR" is also a word. */
function isCitation({ kind, from, to }: FoundName, tokens: readonly Token[]): boolean {
  return kind === 'regulation' && tokens.slice(from, to).some(({ text }) => /^(?:19|20)\d\d$/.test(text));
}

function noteAffix({ stems }: Lexicon, word: string, corrections: Correction[]): void {
  const root = stem(word);
  if (root !== word && stems.has(root)) corrections.push({ from: word, to: root, reason: 'affix' });
}

function noteTerm(term: FoundTerm, token: Token, corrections: Correction[]): void {
  const id = term.values[0]?.id ?? '';
  if (id !== token.text) corrections.push({ from: token.text, to: id, reason: 'synonym' });
}

/** A word of a name speaks for itself only where phrasings use it: "tarif trump amerika" is an entry of its own. The kind and number of an act say nothing. */
function readNamed({ frequencies }: Lexicon, token: Token, at: number, name: FoundName): FeatureWord {
  const isWord = name.kind !== 'regulation' && frequencies.has(token.text);
  const text = isWord ? token.text : '';
  return { text, isNamed: true, ...(name.from === at ? { mask: `{${name.kind}}` } : {}) };
}

function toMention(name: FoundName, tokens: readonly Token[], text: string): EntityMention {
  const start = tokens[name.from]?.start ?? 0;
  const end = tokens[name.to - 1]?.end ?? start;
  return {
    kind: name.kind,
    id: name.id,
    text: text.slice(start, end),
    exact: name.exact,
    score: name.score,
    start,
    end,
  };
}
