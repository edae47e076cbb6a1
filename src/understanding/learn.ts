import { type Model, openModel } from './model.ts';
import { createNameMender } from './names/mendNames.ts';
import { indexNames } from './names/nameIndex.ts';
import { extractFeatures, type FeatureWord } from './ranking/features.ts';
import { trainLinear } from './ranking/train.ts';
import { buildSpace, toVector } from './ranking/vectors.ts';
import { type Lexicon, readText } from './read.ts';
import type { Corpus } from './types.ts';
import { tokenise } from './words/tokenise.ts';

const VERSION = 1;

/** Learns from phrasings and names. Pure: the same corpus gives the same model. */
export function learn(corpus: Corpus): Model {
  const names = indexNames(corpus.names);
  const spellings = corpus.spellings.flatMap(({ word, spellings }) =>
    spellings
      .filter((spelling) => !/\s/.test(spelling))
      .map((spelling): [string, string] => [spelling.toLowerCase(), word.toLowerCase()]),
  );
  const phrasings = corpus.entries.flatMap((entry, number) => entry.phrasings.map(({ text }) => ({ text, number })));
  const vocabulary = [
    ...new Set(phrasings.flatMap(({ text }) => tokenise(text.replace(/\{\w+\}/g, ' ')).map((token) => token.text))),
  ];
  const lexicon: Lexicon = {
    names,
    mender: createNameMender(names),
    spellings: new Map(spellings),
    vocabulary: new Set(vocabulary),
  };
  const examples = phrasings.map(({ text }) => extractFeatures(readPhrasing(lexicon, text)));
  const space = buildSpace(examples);
  const vectors = examples.map((example) => toVector(space, example));
  const labels = Int32Array.from(phrasings, ({ number }) => number);
  return openModel({
    version: VERSION,
    entries: corpus.entries.map(({ id, slots }) => ({ id, slots: slots ?? [] })),
    names: corpus.names,
    spellings,
    vocabulary,
    features: [...space.numbers.keys()],
    featureWeights: space.weights,
    linear: trainLinear(vectors, labels, corpus.entries.length, space.numbers.size),
  });
}

/** A phrasing, its placeholders standing for names. */
function readPhrasing(lexicon: Lexicon, text: string): FeatureWord[] {
  return text
    .split(/(\{\w+\})/)
    .flatMap((part): readonly FeatureWord[] =>
      /^\{\w+\}$/.test(part) ? [{ text: '', mask: part }] : readText(lexicon, part).words,
    );
}
