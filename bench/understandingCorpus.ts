import type { Corpus, CorpusEntry } from '../src/understanding/index.ts';

const SYLLABLES =
  'ba be bi bo da di du ga gi ka ke ki ko la le li lo ma me mi mo na ni no pa pe pi po ra ri ro sa se si so ta te ti to wa wi ya'.split(
    ' ',
  );

/**
 * A knowledge grown to any size out of a real one: each entry takes the wording of one of its phrasings and three
 * invented words of its own, as a larger centre would have the same questions of other things.
 */
export function growCorpus(corpus: Corpus, entryCount: number, phrasingCount: number): Corpus {
  const next = createSequence(7);
  const templates = corpus.entries.map(({ phrasings }) =>
    phrasings.map(({ text }) => text.replace(/\{\w+\}/g, '').trim()),
  );
  const entries = Array.from({ length: entryCount }, (_, number): CorpusEntry => {
    const wordings = templates[number % templates.length] ?? [];
    const own = Array.from({ length: 3 }, () => inventWord(next));
    return {
      id: `entry-${number}`,
      phrasings: Array.from({ length: phrasingCount }, (__, at) => {
        const words = (wordings[at % wordings.length] ?? '').split(/\s+/);
        words.splice(next(words.length + 1), 0, own[at % own.length] ?? '');
        return { text: words.join(' ') };
      }),
    };
  });
  return { entries, names: corpus.names, synonyms: corpus.synonyms, spellings: corpus.spellings };
}

function inventWord(next: (below: number) => number): string {
  return Array.from({ length: 3 }, () => SYLLABLES[next(SYLLABLES.length)] ?? '').join('');
}

function createSequence(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
