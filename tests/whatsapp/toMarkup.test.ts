import { describe, expect, it } from '@jest/globals';
import { cutTitle } from '../../src/channels/whatsapp/write/cutTitle.ts';
import { splitText } from '../../src/channels/whatsapp/write/splitText.ts';
import { toMarkup } from '../../src/channels/whatsapp/write/toMarkup.ts';

describe('toMarkup', () => {
  it.each([
    ['**tebal** dan *miring* dan ~~salah~~', '*tebal* dan _miring_ dan ~salah~'],
    ['# Judul\n\nisi', '*Judul*\n\nisi'],
    ['satu\ndua\n\ntiga', 'satu\ndua\n\ntiga'],
    ['- satu\n- dua\n  - dalam\n- tiga', '- satu\n- dua\n  - dalam\n- tiga'],
    ['3. tiga\n4. empat\n\nsesudah', '3. tiga\n4. empat\n\nsesudah'],
    ['> kata\n> lagi\n\nsesudah', '> kata\n> lagi\n\nsesudah'],
    ['[laman](https://e-ska.kemendag.go.id/a_b_c)', 'laman (https://e-ska.kemendag.go.id/a_b_c)'],
    ['<https://e-ska.kemendag.go.id>', 'https://e-ska.kemendag.go.id'],
    ['[e-ska.kemendag.go.id](https://e-ska.kemendag.go.id)', 'e-ska.kemendag.go.id'],
    ['surat ke [pos](mailto:a@b.go.id)', 'surat ke pos (a@b.go.id)'],
    ['`kode`', '`kode`'],
    ['<b>bukan HTML</b>', '<b>bukan HTML</b>'],
    ['harga 2 \\* 3 dan \\*bintang\\*', 'harga 2 * 3 dan ∗bintang*'],
    ['file_nama_panjang.pdf', 'file_nama_panjang.pdf'],
  ])('writes %j as WhatsApp does', (markdown, markup) => {
    expect(toMarkup(markdown)).toBe(markup);
  });
});

describe('cutTitle', () => {
  it.each([
    ['Membantu', 20, 'Membantu'],
    ['Perwakilan dagang Indonesia', 20, 'Perwakilan dagang…'],
    ['Aturan asal barang (RoO)', 20, 'Aturan asal barang…'],
    ['Pertanggungjawabannyalah', 20, 'Pertanggungjawabann…'],
    ['a\n b', 20, 'a b'],
  ])('cuts %j to %i characters', (title, room, cut) => {
    expect(cutTitle(title, room)).toBe(cut);
  });
});

describe('splitText', () => {
  const room = { last: 40, others: 60 };

  it('leaves what fits', () => {
    expect(splitText('pendek', room)).toEqual(['pendek']);
  });

  it('prefers paragraphs to lines, lines to sentences, sentences to words', () => {
    expect(splitText(`${'a. '.repeat(8)}\n\n${'b. '.repeat(12)}`, room)[1]).toMatch(/^b\./);
    expect(splitText('Satu dua tiga empat lima enam. Tujuh delapan sembilan sepuluh.', room)).toEqual([
      'Satu dua tiga empat lima enam.',
      'Tujuh delapan sembilan sepuluh.',
    ]);
  });

  it('does not take an abbreviation for the end of a sentence', () => {
    const [first] = splitText('Lihat Permendag No. 24 Tahun 2018 tentang asal. Berlaku sampai sekarang.', room);
    expect(first).toBe('Lihat Permendag No. 24 Tahun 2018 tentang asal.');
  });

  it('breaks a word that is longer than a bubble, but no emoji', () => {
    const parts = splitText('😀'.repeat(60), room);
    expect(parts.every((part) => part.isWellFormed() && part.length <= 60)).toBe(true);
    expect(parts.join('')).toBe('😀'.repeat(60));
  });
});
