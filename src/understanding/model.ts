import type { Slot } from '../knowledge/schema.ts';
import type { Calibration } from './decision/startingPoint.ts';
import type { Bonds } from './names/findBonds.ts';
import { createNameMender } from './names/mendNames.ts';
import { indexNames } from './names/nameIndex.ts';
import type { FeatureTable } from './ranking/featureTable.ts';
import { openRanker, type Ranker, type RankerData } from './ranking/ranker.ts';
import type { Lexicon } from './read.ts';
import type { NamedRow, SpellingGroup, SynonymGroup } from './types.ts';
import { everydayWords } from './words/commonWords.ts';
import { conceptWords } from './words/concepts.ts';
import { indexPhrases, wordsOf } from './words/phraseIndex.ts';
import { stem } from './words/stem.ts';
import { createWordMender } from './words/wordMender.ts';

/** Changes whenever stored models can no longer be read: a cache must ask for its own version. */
export const MODEL_VERSION = 6;

/** What reading learnt from a corpus. */
export interface LexiconData {
  readonly names: readonly NamedRow[];
  readonly synonyms: readonly SynonymGroup[];
  readonly spellings: readonly SpellingGroup[];
  readonly words: readonly string[];
  readonly frequencies: Int32Array;
}

/** What was learnt, in plain arrays: can be stored and sent between threads. */
export interface ModelData {
  readonly version: number;
  readonly entries: readonly { readonly id: string; readonly slots: readonly Slot[]; readonly bonds: Bonds }[];
  readonly lexicon: LexiconData;
  readonly features: FeatureTable;
  readonly ranker: RankerData;
  readonly calibration: Calibration;
}

/** What was learnt, ready for questions. It changes nothing but its buffers and what its menders remember. */
export interface Model {
  readonly data: ModelData;
  readonly lexicon: Lexicon;
  readonly ranker: Ranker;
}

/** Makes learnt data ready for questions. */
export function openModel(data: ModelData): Model {
  return finish(openInSteps(data));
}

/** The same in steps, between which a server may answer questions. */
export function* openInSteps(data: ModelData): Generator<undefined, Model> {
  const lexicon = yield* openLexiconInSteps(data.lexicon);
  yield;
  return { data, lexicon, ranker: openRanker(data.ranker) };
}

/** Makes the reading part ready. */
export function openLexicon(data: LexiconData): Lexicon {
  return finish(openLexiconInSteps(data));
}

function* openLexiconInSteps({
  names,
  synonyms,
  spellings,
  words,
  frequencies,
}: LexiconData): Generator<undefined, Lexicon> {
  const index = indexNames(names);
  yield;
  const nameMender = createNameMender(index);
  const terms = indexPhrases(synonyms.flatMap(termPhrases));
  const plain = indexPhrases(spellings.flatMap(spellingPhrases));
  yield;
  const counts = new Map(words.map((word, i) => [word, frequencies[i] as number]));
  const stems = new Set(words.map(stem));
  yield;
  return {
    names: index,
    nameMender,
    nameKinds: new Set(names.map(({ kind }) => kind)),
    terms,
    spellings: plain,
    frequencies: counts,
    stems,
    wordMender: createWordMender(withEveryday(counts)),
  };
}

function finish<T>(steps: Generator<undefined, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

function spellingPhrases({ word, spellings }: SpellingGroup) {
  return spellings.map((way) => [wordsOf(way), wordsOf(word).join(' ')] as const);
}

/** An everyday word that no phrasing uses is less likely meant than one that some do. */
const EVERYDAY_FREQUENCY = 0.5;

function withEveryday(counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const all = new Map(counts);
  for (const word of [...everydayWords(), ...conceptWords()]) if (!all.has(word)) all.set(word, EVERYDAY_FREQUENCY);
  return all;
}

function termPhrases({ id, variants, ambiguous }: SynonymGroup) {
  const unclear = new Set(ambiguous.map((variant) => wordsOf(variant).join(' ')));
  return [...new Set([...variants, ...ambiguous].map((variant) => wordsOf(variant).join(' ')))].map(
    (variant) => [variant.split(' '), { id, isAmbiguous: unclear.has(variant) }] as const,
  );
}
