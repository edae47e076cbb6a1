import { describe, expect, it } from '@jest/globals';
import { conceptOf } from '../../src/understanding/words/concepts.ts';
import { countEdits } from '../../src/understanding/words/countEdits.ts';
import { stem } from '../../src/understanding/words/stem.ts';
import { tokenise } from '../../src/understanding/words/tokenise.ts';
import { createWordMender } from '../../src/understanding/words/wordMender.ts';
import { corpus } from './corpus.ts';
import { learn, understand } from './door.ts';

const model = learn(corpus);
const corrections = (text: string) =>
  understand(model, text).corrections.map(({ from, to, reason }) => `${from} → ${to} (${reason})`);

describe('tokenise', () => {
  it.each([
    ['Laos', ['laos']],
    ["Lao's café", ['laos', 'cafe']],
    ['e-SKA/COO', ['e', 'ska', 'coo']],
    ['Permendag 24/2018', ['permendag', '24', '2018']],
    ['BC 3.0', ['bc', '3', '0']],
    ['ＦＯＢ', ['fob']],
    ['   ', []],
  ])('reads %s', (text, words) => {
    expect(tokenise(text).map(({ text: word }) => word)).toEqual(words);
  });
});

describe('stem', () => {
  it.each([
    ['mendaftarkannya', 'daftar'],
    ['pengiriman', 'kirim'],
    ['dikirimkan', 'kirim'],
    ['pembayaran', 'bayar'],
    ['ditolak', 'tolak'],
    ['menulis', 'tulis'],
    ['syaratnya', 'syarat'],
    ['perubahan', 'ubah'],
    ['ngirimnya', 'kirim'],
    ['diekspor', 'ekspor'],
    ['countries', 'country'],
    ['bought', 'buy'],
  ])('takes %s back to %s', (word, root) => {
    expect(stem(word)).toBe(root);
  });

  it.each(['ska', 'peb', 'kopi', 'form', '2018'])('leaves %s as it is', (word) => {
    expect(stem(word)).toBe(word);
  });

  it('gives the same root to forms of one word', () => {
    expect(new Set(['charge', 'charged', 'charges', 'charging'].map(stem)).size).toBe(1);
  });
});

describe('conceptOf', () => {
  it.each([
    ['bayar', 'payment'],
    ['hilang', 'lost'],
    ['membatalkan', 'cancel'],
    ['berapa', 'much'],
  ])('joins %s and %s', (one, other) => {
    expect(conceptOf(one)).toBeDefined();
    expect(conceptOf(one)).toBe(conceptOf(other));
  });

  it('knows nothing of names', () => {
    expect(conceptOf('wakanda')).toBeUndefined();
  });
});

describe('countEdits', () => {
  it.each([
    ['kopi', 'kopi', 0],
    ['kopi', 'kpoi', 1],
    ['kopi', 'kop', 1],
    ['kopi', 'kopis', 1],
    ['hungria', 'hungaria', 1],
    ['', 'abc', 3],
  ])('between %s and %s', (a, b, edits) => {
    expect(countEdits(a, b)).toBe(edits);
  });
});

describe('createWordMender', () => {
  const mender = createWordMender(
    new Map([
      ['berapa', 5],
      ['beras', 1],
      ['biaya', 3],
    ]),
  );

  it('proposes words one slip away, likelier ones first', () => {
    expect(mender.mend('berpa').map(({ word }) => word)).toEqual(['berapa']);
    expect(mender.mend('byaya')[0]?.word).toBe('biaya');
  });

  it('never trusts a mending wholly', () => {
    for (const { weight } of mender.mend('berapaa')) expect(weight).toBeLessThan(0.9);
  });

  it('leaves numbers and far words alone', () => {
    expect(mender.mend('12345')).toEqual([]);
    expect(mender.mend('semarang')).toEqual([]);
  });
});

describe('how a text was read', () => {
  it.each([
    ['gmn bikin ska', 'gmn → bagaimana (spelling)'],
    ['eksport kopi', 'eksport → ekspor (spelling)'],
    ['ska hilaaaang', 'hilaaaang → hilang (repeat)'],
    ['urus coo', 'coo → ska (synonym)'],
    ['byaya ska', 'byaya → biaya (typo)'],
    ['mengekspor kopi', 'mengekspor → ekspor (affix)'],
  ])('%s: %s', (text, correction) => {
    expect(corrections(text)).toContain(correction);
  });

  it('reads several words that stand for one', () => {
    expect(understand(model, 'sak piro suwe urus ska').words).toEqual(expect.arrayContaining(['berapa', 'lama']));
  });

  it('leaves English words alone that are chat spellings in Indonesian', () => {
    expect(understand(model, 'there is no reply to my lost coo').words).toContain('no');
  });
});
