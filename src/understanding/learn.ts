import type { Slot } from '../knowledge/schema.ts';
import { calibrate } from './decision/calibrate.ts';
import { createStrayer } from './decision/strayWords.ts';
import { tryOut } from './decision/trials.ts';
import { type LexiconData, MODEL_VERSION, type Model, openLexicon, openModel } from './model.ts';

import { findBonds } from './names/findBonds.ts';
import { flatten, invert } from './ranking/examples.ts';
import { extractFeatures, FEATURE_KINDS, type FeatureWord } from './ranking/features.ts';
import { type FeatureTable, findNamed } from './ranking/featureTable.ts';
import type { FeatureCounts } from './ranking/featureTally.ts';
import { type Learnt, layOutRanker } from './ranking/ranker.ts';
import { train } from './ranking/train.ts';
import { type Counted, countExamples, countFeatures, toVector, weighFeatures } from './ranking/vectors.ts';
import { type Lexicon, plainWords, readText } from './read.ts';
import type { Corpus, Language } from './types.ts';
import { detectLanguage } from './words/detectLanguage.ts';

/** A phrasing and the number of its entry. */
interface LearntPhrasing {
  readonly text: string;
  readonly language: Language;
  readonly entry: number;
}

const PLACEHOLDER = /(\{\w+\})/;
/** Learns from phrasings and names. Pure: the same corpus gives the same model. */
export function learn(corpus: Corpus): Model {
  const phrasings = gatherPhrasings(corpus);
  const lexiconData = gatherWords(corpus, phrasings);
  const lexicon = openLexicon(lexiconData);
  const wordings = phrasings.map((phrasing) => readPhrasing(lexicon, phrasing));
  const { counted, table, kinds } = countExamples(extractEach(wordings));
  const labels = Int32Array.from(phrasings, ({ entry }) => entry);
  const strayFrom = createStrayer(lexicon);
  const stray = (n: number) =>
    countFeatures(table, extractFeatures(strayFrom(wordings[n] ?? [], phrasings[n]?.language ?? 'id', n)));
  const masks = masksOf(table, wordings);
  const learnt = learnRanking(counted, labels, kinds, corpus.entries.length);
  return openModel({
    version: MODEL_VERSION,
    entries: corpus.entries.map((entry) => ({
      id: entry.id,
      slots: entry.slots ?? [],
      bonds: findBonds(lexicon.names, corpus.names, entry),
    })),
    lexicon: lexiconData,
    features: table,
    ranker: layOutRanker(learnt),
    calibration: calibrate(tryOut({ ...learnt, counted, stray, isMask: (feature) => masks.has(feature) })),
  });
}

function* extractEach(wordings: readonly (readonly FeatureWord[])[]): Iterable<FeatureCounts> {
  for (const words of wordings) yield extractFeatures(words);
}

/** The features that only say that some name of a kind stands there. */
function masksOf(table: FeatureTable, wordings: readonly (readonly FeatureWord[])[]): ReadonlySet<number> {
  const names = new Set(
    wordings.flatMap((words) => words.flatMap(({ mask, shape }) => [mask ?? [], shape ?? []].flat())),
  );
  return new Set([...names].map((name) => findNamed(table, name, FEATURE_KINDS.indexOf('words'))));
}

function learnRanking(counted: readonly Counted[], labels: Int32Array, kinds: Uint8Array, entryCount: number): Learnt {
  const weighing = weighFeatures(counted, kinds.length, Math.max(1, new Set(labels).size));
  const examples = flatten(
    counted.map((one) => toVector(weighing, one)),
    kinds.length,
  );
  const solution = train(examples, invert(examples), labels, entryCount);
  return { weighing, examples, labels, kinds, solution, entryCount };
}

function gatherPhrasings({ entries, names }: Corpus): LearntPhrasing[] {
  const examples = exampleNames(names);
  return entries.flatMap(({ phrasings }, entry) =>
    phrasings.flatMap(({ text, language }, at) => {
      const spoken = language ?? detectLanguage(text);
      const filled = fillPlaceholders(text, examples, entry + at);
      return [text, ...(filled === text ? [] : [filled])].map((one) => ({ text: one, language: spoken, entry }));
    }),
  );
}

/** Names to fill placeholders with, so that the words of a name alone never decide: the first one of each row. */
function exampleNames(names: Corpus['names']): ReadonlyMap<string, readonly string[]> {
  const byKind = Map.groupBy(
    names.filter(({ isUncovered }) => !isUncovered),
    ({ kind }) => kind,
  );
  return new Map(
    [...byKind].map(([kind, rows]): [Slot, string[]] => [kind, rows.flatMap(({ names: [first] }) => first ?? [])]),
  );
}

/** Fills each `{destination}` with a name, another for each phrasing. */
function fillPlaceholders(text: string, names: ReadonlyMap<string, readonly string[]>, turn: number): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, kind: string) => {
    const known = names.get(kind) ?? [];
    return known.length === 0 ? placeholder : (known[(turn * STRIDE) % known.length] ?? placeholder);
  });
}

/** Coprime to most table sizes, so that neighbouring phrasings get far-apart names. */
const STRIDE = 37;

function gatherWords({ names, synonyms, spellings }: Corpus, phrasings: readonly LearntPhrasing[]): LexiconData {
  const known = openLexicon({ names, synonyms, spellings, words: [], frequencies: new Int32Array(0) });
  const counts = new Map<string, number>();
  for (const { text, language } of phrasings)
    for (const word of plainWords(known, text.replace(/\{\w+\}/g, ' '), language))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return { names, synonyms, spellings, words: [...counts.keys()], frequencies: Int32Array.from(counts.values()) };
}

/** A phrasing, its placeholders standing for names. */
function readPhrasing(lexicon: Lexicon, { text, language }: LearntPhrasing): FeatureWord[] {
  return text
    .split(PLACEHOLDER)
    .flatMap((part): readonly FeatureWord[] =>
      PLACEHOLDER.test(part) ? [readPlaceholder(part)] : readText(lexicon, part, language, true).words,
    );
}

const READ_BESIDE: ReadonlySet<string> = new Set(['{unit}', '{programme}', '{term}']);

/** Countries, products, agreements and acts stand in the place of their words; other names are counted beside theirs. */
function readPlaceholder(placeholder: string): FeatureWord {
  return READ_BESIDE.has(placeholder)
    ? { text: '', isNamed: true, shape: placeholder }
    : { text: '', isNamed: true, mask: placeholder };
}
