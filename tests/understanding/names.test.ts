import { describe, expect, it } from '@jest/globals';
import { corpus } from './corpus.ts';
import { learn, understand } from './door.ts';

const model = learn(corpus);
const named = (text: string) =>
  understand(model, text).entities.map(({ kind, id, exact }) => `${kind}:${id}${exact ? '' : '~'}`);
const unknown = (text: string) => understand(model, text).unknownNames.map(({ kind, text: name }) => `${kind}:${name}`);

describe('known names', () => {
  it.each([
    ['form apa ke chile', ['destination:CL']],
    ['kirim kopi ke KOREA SELATAN', ['product:kopi', 'destination:KR']],
    ['form ki-cepa untuk korea', ['agreement:IK-CEPA', 'destination:KR']],
    ['permendag 24/2018 masih berlaku?', ['regulation:permendag-24-2018']],
    ['nomor bravo bea cukai', ['unit:djbc-bravo']],
    ['apa itu FOB', ['term:fob']],
    ['eropa minta apa', ['destination:EU']],
    ['kopinya laku ga', ['product:kopi']],
    ['hs code for leather sandals', ['product:sandal']],
    ['kode hs sandal kulit', ['product:sandal']],
    ['leather, sandals and coffee', ['product:kulit', 'product:sandal', 'product:kopi']],
  ])('finds them in %s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it.each([
    ['form untuk hungria', ['destination:HU~']],
    ['ekspor ke malaysa', ['destination:MY~']],
    ['tarif kambjoa', ['destination:KH~']],
    ['jual ke jepng', ['destination:JP~']],
    ['furnitre ke korea', ['product:mebel~', 'destination:KR']],
  ])('mends them in %s', (text, expected) => {
    expect(named(text)).toEqual(expected);
  });

  it('says where a name stands in the text as typed', () => {
    const text = 'Halo, tarif ke  Korea   Selatan?';
    const [mention] = understand(model, text).entities;
    expect(text.slice(mention?.start, mention?.end)).toBe('Korea   Selatan');
  });

  it('counts an ambiguous name only in company', () => {
    expect(named('can you help us')).toEqual([]);
    expect(named('coffee for us')).toEqual(['product:kopi', 'destination:US']);
  });

  it('does not find names within words', () => {
    expect(named('kopian dokumen')).toEqual([]);
  });
});

describe('unknown names', () => {
  it.each([
    ['form z', ['agreement:z']],
    ['bikin form z gimana', ['agreement:z']],
    ['FTA Indonesia-Wakanda', ['agreement:wakanda']],
    ['perjanjian dagang indonesia wakanda', ['agreement:wakanda']],
    ['FTA indo wakanda ada ga', ['agreement:wakanda']],
    ['is there a CEPA with Wakanda', ['agreement:wakanda']],
    ['SKA untuk Atlantis', ['destination:atlantis']],
    ['mau ekspor kopi ke Wakanda', ['destination:wakanda']],
    ['ke wakanda pakai form apa', ['destination:wakanda']],
    ['export furniture to Narnia', ['destination:narnia']],
    ['export furniture to Gondor', ['destination:gondor']],
    ['kontak ITPC Lima', ['destination:lima']],
    ['atdag Zamunda', ['destination:zamunda']],
    ['alamat kantor bea cukai di Mars', ['destination:mars']],
    ['phone of the trade attache in Wakanda', ['destination:wakanda']],
    ['form apa untuk Korea  Utara', ['destination:Korea  Utara']],
    ['mali', ['destination:mali']],
    ['Permendag 99/2031', ['regulation:permendag 99 2031']],
    ['permendag nomor 99 tahun 2031 isinya apa', ['regulation:permendag nomor 99 tahun 2031']],
  ])('are noticed in %s', (text, expected) => {
    const { unknownNames, decision } = understand(model, text);
    expect(unknownNames.map(({ kind, text: name }) => `${kind}:${name}`)).toEqual(expected);
    expect(decision).toEqual({ kind: 'unresolved', reason: 'unknown-name' });
  });

  it.each([
    'cara ekspor ke luar negeri',
    'ekspor untuk pemula',
    'lapor ke bea cukai',
    'kirim kopi dari Jepara ke Jepang',
    'ke semarang naik apa',
    'mau kirim ke pelabuhan tanjung emas',
    'form apa ya',
    'form yang mana untuk chile',
    'which form i need for japan',
    'form untuk chile',
    'isi form dimana',
    'itpc itu apa',
    'itpc di jepang',
    'kontak ITPC Osaka',
    'ekspor ke negara mana yang mudah',
    'permendag terbaru tentang ska',
    'ska untuk pemula',
    'ska buat buyer',
    'jual ke buyer luar',
    'kirim ke pembli di jepang',
    'how do I export to other countries',
    'daftar ke mana',
    'fta indonesia jepang',
    'perjanjian indonesia chile',
    'tarif untuk furniture',
    'batik ke amerika',
  ])('are not imagined in %s', (text) => {
    expect(unknown(text)).toEqual([]);
  });

  it('are not looked for where no names are known', () => {
    const plain = learn({ ...corpus, names: [] });
    expect(understand(plain, 'SKA untuk Atlantis').unknownNames).toEqual([]);
  });
});
