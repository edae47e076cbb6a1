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
  return {
    data,
    lexicon: openLexicon(data.lexicon),
    ranker: openRanker(data.ranker),
  };
}

/** Makes the reading part ready. */
export function openLexicon({ names, synonyms, spellings, words, frequencies }: LexiconData): Lexicon {
  const index = indexNames(names);
  const counts = new Map(words.map((word, i) => [word, frequencies[i] as number]));
  return {
    names: index,
    nameMender: createNameMender(index),
    nameKinds: new Set(names.map(({ kind }) => kind)),
    terms: indexPhrases(synonyms.flatMap(termPhrases)),
    spellings: indexPhrases(
      spellings.flatMap(({ word, spellings: ways }) =>
        ways.map((way) => [wordsOf(way), wordsOf(word).join(' ')] as const),
      ),
    ),
    frequencies: counts,
    stems: new Set(words.map(stem)),
    wordMender: createWordMender(withEveryday(counts)),
  };
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
