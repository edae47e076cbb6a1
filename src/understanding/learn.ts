import type { Slot } from '../knowledge/schema.ts';
import { calibrate } from './decision/calibrate.ts';
import { createStrayer } from './decision/strayWords.ts';
import { type LexiconData, MODEL_VERSION, type Model, openLexicon, openModel } from './model.ts';
import { findBonds } from './names/findBonds.ts';
import { extractFeatures, type FeatureWord } from './ranking/features.ts';
import { trainRanker } from './ranking/ranker.ts';
import { countFeatures, numberFeatures } from './ranking/vectors.ts';
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
const RIVALS = 500;
/** With thousands of entries fewer rivals do: each entry is told from its nearest ones by many others' lines, too. */
const RIVALS_OF_MANY = 250;
const MANY_ENTRIES = 1000;
/** Beyond so many looks at an example, learning trusts the nearest rivals alone. */
const MOST_CHECKS = 20_000_000;
/** With so many phrasings an entry, its nearest rivals are too few to stand for all. */
const MANY_PHRASINGS = 30;

/** Learns from phrasings and names. Pure: the same corpus gives the same model. */
export function learn(corpus: Corpus): Model {
  const phrasings = gatherPhrasings(corpus);
  const lexiconData = gatherWords(corpus, phrasings);
  const lexicon = openLexicon(lexiconData);
  const wordings = phrasings.map((phrasing) => readPhrasing(lexicon, phrasing));
  const read = wordings.map(extractFeatures);
  const numbers = numberFeatures(read);
  const featureCount = numbers.reduce((sum, { size }) => sum + size, 0);
  const counted = read.map((features) => countFeatures(numbers, features));
  const labels = Int32Array.from(phrasings, ({ entry }) => entry);
  const entryCount = corpus.entries.length;
  const strayFrom = createStrayer(lexicon);
  const stray = (n: number) =>
    countFeatures(numbers, extractFeatures(strayFrom(wordings[n] ?? [], phrasings[n]?.language ?? 'id', n)));
  const isThorough = labels.length * entryCount <= MOST_CHECKS || labels.length > MANY_PHRASINGS * entryCount;
  const ranker = trainRanker(counted, labels, entryCount, featureCount, {
    rivals: entryCount > MANY_ENTRIES ? RIVALS_OF_MANY : RIVALS,
    isThorough,
  });
  return openModel({
    version: MODEL_VERSION,
    entries: corpus.entries.map((entry) => ({
      id: entry.id,
      slots: entry.slots ?? [],
      bonds: findBonds(lexicon.names, corpus.names, entry),
    })),
    lexicon: lexiconData,
    features: numbers.map((known) => ({ keys: [...known.keys()], numbers: Int32Array.from(known.values()) })),
    weighing: ranker.weighing,
    postings: ranker.postings,
    labels,
    supports: ranker.supports,
    calibration: calibrate(counted, stray, labels, entryCount, featureCount),
  });
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
  const byKind = Map.groupBy(names, ({ kind }) => kind);
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
