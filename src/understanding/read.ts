import type { Model } from './model.ts';
import { type FoundName, findExactNames } from './names/findNames.ts';
import { findMendedNames } from './names/mendNames.ts';
import { findUnknownNames } from './names/unknownNames.ts';
import type { FeatureWord } from './ranking/features.ts';
import type { Correction, EntityMention, UnknownName } from './types.ts';
import { INDONESIAN_SPELLINGS } from './words/chatSpellings.ts';
import { isCommonWord } from './words/commonWords.ts';
import { type Token, tokenise } from './words/tokenise.ts';

/** A question as read: words in order, names in place. */
export interface Reading {
  readonly words: readonly FeatureWord[];
  readonly corrections: readonly Correction[];
  readonly entities: readonly EntityMention[];
  readonly unknownNames: readonly UnknownName[];
  readonly tokenCount: number;
}

/** The parts of a model that reading needs; learning reads phrasings with them before there is a model. */
export type Lexicon = Pick<Model, 'names' | 'mender' | 'spellings' | 'vocabulary'>;

/** Reads a text: names first, as typed, then every other word in its plain spelling. */
export function readText(lexicon: Lexicon, text: string): Reading {
  const tokens = tokenise(text);
  const exact = findExactNames(lexicon.names, tokens);
  const covered = new Set(exact.flatMap(placesOf));
  const isOrdinary = (word: string) =>
    isCommonWord(word) || lexicon.vocabulary.has(word) || lexicon.spellings.has(word) || INDONESIAN_SPELLINGS.has(word);
  const mended = findMendedNames(lexicon.names, lexicon.mender, tokens, (at) => !covered.has(at), isOrdinary);
  const found = [...exact, ...mended].sort((a, b) => a.from - b.from);
  const taken = new Set(found.flatMap(placesOf));
  const corrections: Correction[] = [];
  const words = tokens.flatMap((token, at) => readWord(lexicon, token, at, found, taken, corrections));
  return {
    words,
    corrections,
    entities: found.map((name) => toMention(name, tokens, text)),
    unknownNames: findUnknownNames(tokens, (at) => taken.has(at), isOrdinary),
    tokenCount: tokens.length,
  };
}

const placesOf = ({ from, to }: FoundName) => Array.from({ length: to - from }, (_, i) => from + i);

function readWord(
  lexicon: Lexicon,
  token: Token,
  at: number,
  found: readonly FoundName[],
  taken: ReadonlySet<number>,
  corrections: Correction[],
): FeatureWord[] {
  if (taken.has(at)) {
    const starting = found.find(({ from }) => from === at);
    return [starting ? { text: token.text, mask: `{${starting.kind}}` } : { text: token.text }];
  }
  const plain = lexicon.spellings.get(token.text) ?? INDONESIAN_SPELLINGS.get(token.text);
  if (plain) {
    corrections.push({ from: token.text, to: plain, reason: 'spelling' });
    return plain.split(' ').map((word) => ({ text: word }));
  }
  return [{ text: token.text }];
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
