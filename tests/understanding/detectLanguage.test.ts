import { describe, expect, it } from '@jest/globals';
import { detectLanguage, type Language } from './door.ts';

describe('detectLanguage', () => {
  it.each<[string, Language]>([
    ['Assalamualaikum pak, saya usaha keripik di Magelang pengen ekspor tapi bingung mulai dari mana ya', 'id'],
    ['peb saya direject katanya nib tidak terdaftar, itu knp ya pak', 'id'],
    ['hs code sapu lidi brp mas? buyer india minta', 'id'],
    ['bedanya free sale sama health certificate apa bu, buyer arab minta dua2nya', 'id'],
    ['Mainkan All Things Must Pass dari George Harrison', 'id'],
    ['kirim sampel ke jerman via pos piro ongkire', 'id'],
    ['Which certificate of origin do I use for Germany?', 'en'],
    ['Our buyer says the COO was rejected because the HS code differs. What now?', 'en'],
    ['Who is the trade attache for Czech Republic?', 'en'],
    ['azo dye limits for batik scarves in the EU?', 'en'],
    ['I make kapok pillows in Pati. What do I need to start exporting?', 'en'],
  ])('%s: %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
    expect(detectLanguage(text, language === 'id' ? 'en' : 'id')).toBe(language);
  });

  it.each([
    'Nuwun sewu, badhe tanglet pripun carane ngekspor gula jawa',
    'piye iki',
    'kulo bade kirim teng Jepang',
    'barang ditolak customs, piye iki',
  ])('takes Javanese as Indonesian: %s', (text) => {
    expect(detectLanguage(text)).toBe('id');
  });

  it.each(['ok', 'PEB?', 'form d', 'FOB', 'halal deadline?', 'Chile', 'hs code', '5', '👍', 'oke', 'D/A 90'])(
    'keeps the language of the talk for %s',
    (text) => {
      expect(detectLanguage(text, 'en')).toBe('en');
      expect(detectLanguage(text, 'id')).toBe('id');
    },
  );

  it.each<[string, Language, Language]>([
    ['terima kasih', 'en', 'id'],
    ['biayanya berapa', 'en', 'id'],
    ['thank you very much', 'id', 'en'],
    ['how much is it', 'id', 'en'],
    ['yes please', 'en', 'en'],
    ['bisa', 'id', 'id'],
  ])('%s in a talk in %s: %s', (text, talk, language) => {
    expect(detectLanguage(text, talk)).toBe(language);
  });

  it.each<[string, Language]>([
    ['leather bags', 'en'],
    ['import licence', 'en'],
    ['pepper to Canada', 'en'],
    ['form for Norway', 'en'],
    ['country of origin', 'en'],
    ['no problem', 'en'],
    ['no wa atdag kairo', 'id'],
    ['call center karantina', 'id'],
    ['hs code cengkeh', 'id'],
    ['buyer minta certificate of origin', 'id'],
    ['door to door bagaimana aturannya', 'id'],
  ])('%s, said first: %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it('begins in Indonesian', () => {
    expect(detectLanguage('PEB?')).toBe('id');
    expect(detectLanguage('')).toBe('id');
  });
});
