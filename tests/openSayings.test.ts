import { describe, expect, it } from '@jest/globals';
import { openWords } from '../src/answers/index.ts';
import { openSayings } from '../src/openSayings.ts';

const sayings = openSayings({
  published: () => {
    throw new Error('nothing is asked anew here');
  },
  words: openWords(),
  clock: () => new Date('2026-07-14T09:00:00Z'),
});
const asked = (question: string) => ({
  question,
  at: new Date('2026-07-13T09:00:00Z'),
  entry: 'sudah-ditarik',
  slots: {},
});

describe('openSayings', () => {
  it.each([
    ['id', 'sudah tidak berlaku', 'Senin, 13 Juli 2026'],
    ['en', 'no longer holds', '13 July 2026'],
  ] as const)('tells in %s that an answer was withdrawn, and how a person is reached', (language, words, day) => {
    const { text, choices } = sayings.tellCorrection([], language, [asked('apa manfaat SKA')]);
    expect(text).toContain(words);
    expect(text).toContain(day);
    expect(choices.map(({ action }) => action)).toEqual([{ do: 'case', act: 'begin' }]);
  });

  it('quotes a question in one line, and a long one in part', () => {
    const { text } = sayings.tellCorrection([], 'id', [asked(`baris satu\n> baris dua ${'x'.repeat(500)}`)]);
    const quoted = text.split('\n').filter((line) => line.startsWith('> '));
    expect(quoted).toEqual([expect.stringMatching(/^> baris satu > baris dua x+ …$/)]);
  });

  it('knows that rows make no such answer', () => {
    expect(sayings.contentOf([], { entry: 'sudah-ditarik', slots: {}, language: 'id' })).toBeNull();
  });
});
