import { describe, expect, it } from '@jest/globals';
import { corpus } from './corpus.ts';
import { type Corpus, learn, revive, reviveInSteps, serialise, understand } from './door.ts';

/** Questions made of words of the corpus, typos among them, from a fixed seed. */
function makeQuestions(count: number): string[] {
  let state = 42;
  const next = (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const words = corpus.entries.flatMap(({ phrasings }) => phrasings.flatMap(({ text }) => text.split(' ')));
  const mistype = (word: string) =>
    next(4) === 0 ? word.slice(0, next(word.length)) + word.slice(next(word.length)) : word;
  return Array.from({ length: count }, () =>
    Array.from({ length: 1 + next(9) }, () => mistype(words[next(words.length)] ?? '').replace(/[{}]/g, '')).join(' '),
  );
}

describe('same text, same knowledge, same answer', () => {
  const questions = makeQuestions(300);
  const first = learn(corpus);
  const answers = questions.map((text) => understand(first, text));

  it('holds for a model learnt again', () => {
    const again = learn(structuredClone(corpus) as Corpus);
    expect(questions.map((text) => understand(again, text))).toEqual(answers);
  });

  it('holds for a model stored and read back', () => {
    const revived = revive(serialise(first));
    expect(questions.map((text) => understand(revived, text))).toEqual(answers);
  });

  it('holds for a model read back with pauses', async () => {
    const revived = await reviveInSteps(serialise(first), async () => undefined);
    expect(questions.map((text) => understand(revived, text))).toEqual(answers);
  });

  it('holds in any order, whatever was asked before', () => {
    const backwards = questions.toReversed().map((text) => understand(first, text));
    expect(backwards.toReversed()).toEqual(answers);
  });

  it('stores the same bytes for the same corpus', () => {
    expect(serialise(learn(corpus))).toEqual(serialise(first));
  });

  it('learns nothing from an empty corpus, and says so', () => {
    const empty = learn({ entries: [], names: [], synonyms: [], spellings: [] });
    expect(understand(empty, 'ska hilang')).toMatchObject({
      candidates: [],
      decision: { kind: 'unresolved', reason: 'far' },
    });
  });
});
