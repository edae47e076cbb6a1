import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { type Journey, takeJourney } from './journey.ts';
import { LINES, type Lines, startLines } from './lines.ts';

/** The days on which the European Union's one-sided preference still holds, and on which it does not. */
const BEFORE = new Date('2026-12-31T09:00:00+07:00');
const AFTER = new Date('2027-01-01T09:00:00+07:00');

const SAID: Journey[] = [
  {
    name: 'Cambodia: Form D, Form RCEP as the second',
    language: 'id',
    steps: [
      { says: 'form apa untuk ekspor ke Kamboja?', expects: ['Form D', /kedua Form RCEP/], offers: [/Kamboja/] },
      { says: 'which form for Cambodia?', expects: ['Form D', /second choice is Form RCEP/i] },
    ],
  },
  {
    name: 'Czechia and Hungary: the EU preference by REX statement, and no Form A',
    language: 'id',
    steps: [
      { says: 'ceko pakai form apa?', expects: ['Uni Eropa', 'REX', '31 Desember 2026', /Form A tidak diterima/] },
      { says: 'kalau ke hungaria?', expects: ['Hungaria', 'REX', /Form A tidak diterima/] },
    ],
  },
  {
    name: 'the Czech Republic in English',
    language: 'en',
    steps: [
      {
        says: 'which form do I use for the Czech Republic?',
        expects: ['Czechia', 'European Union', 'REX', '31 December 2026', /Form A is not accepted/],
      },
    ],
  },
  {
    name: 'Argentina: no agreement, Form B',
    language: 'id',
    steps: [
      { says: 'argentina pake form apa min', expects: ['Form B', /belum punya perjanjian/] },
      { says: 'which form for Argentina?', expects: ['Form B', /no trade agreement|has no/i] },
    ],
  },
  {
    name: 'Chile: IC-CEPA, from an IPSKA, never called Form ICC',
    language: 'id',
    steps: [
      {
        says: 'ke chile ada perjanjian dagang ga pak, buyer sy di santiago nanya form ska nya',
        expects: ['IC-CEPA', 'IPSKA'],
        forbids: [/pakai Form ICC/],
      },
    ],
  },
  {
    name: 'furniture to Korea: three schemes side by side, each with its form',
    language: 'id',
    steps: [
      { says: 'kirim mebel ke korea pakai form apa', expects: ['KI-CEPA', 'Form AK', 'Form RCEP'] },
      { says: 'furniture to South Korea, which form?', expects: ['KI-CEPA', 'Form AK', 'RCEP'] },
    ],
  },
  {
    name: 'two destinations, or two products, in one question: all of them are told, what they share once',
    language: 'id',
    steps: [
      {
        says: 'kami mau ekspor batik ke Malaysia dan Brunei, syaratnya apa?',
        expects: ['Form untuk Malaysia:', 'Form untuk Brunei Darussalam:', 'Syarat di Indonesia:'],
      },
      {
        says: 'mebel dan kopi ke jepang',
        expects: ['Mebel kayu', 'Kopi biji', 'Form IJEPA', 'Syarat di Indonesia:'],
      },
    ],
  },
  {
    name: 'two agreements set side by side',
    language: 'id',
    steps: [
      { says: 'apa beda form d dan form e', expects: ['ATIGA memakai Form D', 'ACFTA memakai Form E', 'Tiongkok'] },
      { says: 'perbedaan IJEPA sama AJCEP', expects: ['Form IJEPA', 'AJCEP memakai Form AJ'] },
    ],
  },
  {
    name: 'a country without a row is called one, and an officer is offered',
    language: 'id',
    steps: [
      { says: 'form apa untuk ekspor ke Mali', expects: ['Mali belum ada'], offers: ['Teruskan ke petugas'] },
      { says: 'ekspor kopi ke korea utara', expects: ['Korea Utara belum ada'], forbids: ['KI-CEPA'] },
    ],
  },
  {
    name: 'names that do not exist are not answered with a neighbour',
    language: 'id',
    steps: [
      { says: 'form z untuk apa?', expects: [/tidak mengenal/], forbids: ['ATIGA', 'Form D', 'Form E'] },
      { says: 'FTA Indonesia-Wakanda', expects: [/tidak mengenal “wakanda”/i], forbids: ['IC-CEPA', 'RCEP'] },
    ],
  },
  {
    name: 'a form that does not reach the country named with it',
    language: 'id',
    steps: [{ says: 'form E bisa dipakai ke jepang?', expects: [/^.*Tidak\. Jepang tidak termasuk/s, 'Form IJEPA'] }],
  },
  {
    name: 'a form that may or may not reach the country named with it: the doubt, never a bare no',
    language: 'id',
    steps: [
      { says: 'timor leste bisa pakai form D?', expects: ['Form B', 'belum kami pastikan'], forbids: ['Tidak.'] },
    ],
  },
  {
    name: 'gula semut: the brief, then another country, then how long it holds',
    language: 'id',
    steps: [
      { says: 'mau ekspor gula semut ke Hungaria', expects: [/Gula semut.* ke Hungaria/, 'REX'] },
      { says: 'kalau ke Chile?', expects: [/Gula semut.* ke Chili/, 'IC-CEPA'], forbids: ['REX'] },
      { says: 'berapa lama berlakunya?', expects: [/1 tahun|12 bulan/, 'IC-CEPA'], forbids: ['Uni Eropa'] },
    ],
  },
];

const LATER: Journey[] = [
  {
    name: 'Hungary: no more REX as a preference, ask first',
    language: 'id',
    steps: [
      {
        says: 'form apa untuk hungaria?',
        expects: ['IEU-CEPA', 'Form B', /tanyakan dulu/i],
        forbids: [/pakai deklarasi asal barang \(DAB\) dengan pernyataan asal REX/],
      },
    ],
  },
];

/** A clock that stands still would fill no bucket: after twenty messages nothing more would go to Meta. */
function runningFrom(start: Date): () => Date {
  const started = performance.now();
  return () => new Date(start.getTime() + performance.now() - started);
}

describe.each([
  { when: 'until 31 December 2026', now: BEFORE, journeys: SAID },
  { when: 'from 1 January 2027', now: AFTER, journeys: LATER },
])('forms and agreements $when', ({ now, journeys }) => {
  let lines: Lines;
  beforeAll(async () => {
    lines = await startLines({ deps: { now: runningFrom(now) } });
  });
  afterAll(() => lines.stop());
  describe.each(LINES)('on %s', (line) => {
    it.each(journeys)('$name', async (journey) => takeJourney(await lines.begin(line, journey.language), journey));
  });
});
