import { describe, expect, it } from '@jest/globals';
import { corpus } from './corpus.ts';
import { learn, splitQuestions } from './door.ts';

const model = learn(corpus);

describe('splitQuestions', () => {
  it.each([
    ['biaya ska berapa? peb paling lambat kapan?', ['biaya ska berapa?', 'peb paling lambat kapan?']],
    ['alamat fta center\njam buka fta center', ['alamat fta center', 'jam buka fta center']],
    [
      'ska saya hilang gimana ya? terus form apa untuk ekspor ke Chile?',
      ['ska saya hilang gimana ya?', 'terus form apa untuk ekspor ke Chile?'],
    ],
    [
      'what is the import duty in Japan? which form do I use for Japan?',
      ['what is the import duty in Japan?', 'which form do I use for Japan?'],
    ],
  ])('parts %s', (text, parts) => {
    expect(splitQuestions(model, text)).toEqual(parts);
  });

  it.each([
    'biaya ska berapa?',
    'apa beda peb dan npe',
    'Assalamualaikum pak?\nbiaya bikin ska berapa',
    'halo min? ska saya hilang',
    'ska saya hilang? dokumen coo tercecer?',
    'kirim kopi dan gula semut ke jepang dan korea',
    'form apa ke chile??? tolong ya???',
    '',
  ])('leaves %s whole', (text) => {
    expect(splitQuestions(model, text)).toEqual([text.trim()]);
  });
});
