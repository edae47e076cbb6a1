import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Journey, takeJourney } from './journey.ts';
import { LINES, type Lines, startLines } from './lines.ts';

const SMALL_TALK: Journey[] = [
  {
    name: 'greetings, thanks and who are you, never claiming to be a person',
    language: 'id',
    steps: [
      { says: 'halo min', expects: ['Halo'], offers: ['Bicara dengan petugas'] },
      { says: 'kamu robot ya?', expects: ['asisten otomatis', 'bukan orang'] },
      { says: 'makasih banyak ya', expects: ['Sama-sama'] },
      { says: '👍🏽', expects: ['Sama-sama'] },
      { says: 'menu', expects: ['Silakan pilih'], offers: ['Barang saya tertahan', 'Cara mengurus SKA'] },
    ],
  },
  {
    name: 'the same in English',
    language: 'en',
    steps: [
      { says: 'hello there', expects: ['Hello'], offers: ['Talk to an officer'] },
      { says: 'are you a robot?', expects: ['automatic assistant', 'not a person'] },
      { says: 'thank you very much', expects: ['You are welcome'] },
    ],
  },
  {
    name: 'a switch of language on request, and steadiness on short words',
    language: 'id',
    steps: [
      { says: 'english please', expects: ['answer in English'] },
      { says: 'ok', expects: ['write what you would like to know'] },
      { says: 'tolong pakai bahasa indonesia', expects: ['bahasa Indonesia'] },
      { says: 'ok', expects: ['Silakan tulis'] },
    ],
  },
  {
    name: 'what is off topic is declined kindly',
    language: 'id',
    steps: [
      {
        says: 'cuaca semarang besok gimana?',
        expects: [/hanya membantu soal ekspor|hanya bisa membantu urusan ekspor/],
      },
      { says: 'siapa yang menang bola tadi malam', expects: [/ekspor/], forbids: ['Sumber:'] },
    ],
  },
  {
    name: 'imports are not ours: the offices whose they are',
    language: 'id',
    steps: [
      { says: 'cara impor barang elektronik dari china', expects: ['Kami membantu ekspor', '1500225'] },
      { says: 'arti dari kehidupan itu apa', expects: [/tidak mau menebak|hanya/], forbids: ['Sumber:'] },
    ],
  },
  {
    name: 'stop, and going on',
    language: 'id',
    steps: [
      { says: 'berhenti', expects: ['saya berhenti', 'MULAI'] },
      { says: 'form apa untuk vietnam?', expects: ['Form D'] },
    ],
  },
  {
    name: 'a person, and goods that are held: the office to call, at once',
    language: 'id',
    steps: [
      { says: 'barang saya tertahan di bea cukai', expects: ['1500225', /hubungi segera/] },
      { says: 'batal', expects: ['tidak jadi dikirim'] },
      { says: 'mau bicara dengan petugas', expects: ['Disperindag', 'Ceritakan kendala'], offers: ['Lewati', 'Batal'] },
    ],
  },
];

const QUESTIONS: Journey[] = [
  {
    name: 'two questions in one message get two answers',
    language: 'id',
    steps: [
      {
        says: 'form apa ke Vietnam? berapa bea masuk ke Jepang?',
        bubbles: 2,
        expects: ['Form D', 'Angka bea masuk di Jepang'],
      },
    ],
  },
  {
    name: 'words that nobody knows are not read as the goods of before',
    language: 'id',
    steps: [
      { says: 'kirim kerupuk ke belanda', expects: ['Kerupuk'] },
      { says: 'vape liquid ekspor', expects: [], forbids: ['Kerupuk', 'Belanda'] },
      { says: 'kontak atdag tokyo', expects: ['Atase Perdagangan Tokyo'], forbids: ['Belanda'] },
    ],
  },
  {
    name: 'more on request: tapped, and typed',
    language: 'id',
    steps: [
      {
        says: 'mau ekspor kerupuk ke Australia',
        expects: [/Kerupuk.* ke Australia/],
        offers: ['Selengkapnya', 'Membantu'],
      },
      { taps: 'Selengkapnya', expects: ['Sumber lengkap', 'Form dan perjanjian'] },
      { says: 'selengkapnya', expects: ['Sumber lengkap'] },
    ],
  },
  {
    name: 'a mistyped country is said as it was read',
    language: 'id',
    steps: [{ says: 'form untuk hongarai?', expects: [/Saya baca “hongarai” sebagai Hungaria/, 'REX'] }],
  },
  {
    name: 'a bare word of the trade is explained',
    language: 'id',
    steps: [{ says: 'PEB?', expects: [/pemberitahuan ekspor barang/] }],
  },
  {
    name: 'what it does not know it says, then names the office, and the miss is not answered with a neighbour',
    language: 'id',
    steps: [
      { says: 'form q untuk apa?', expects: [/tidak mengenal/] },
      { says: 'form q itu apa dong', expects: ['catat untuk petugas', 'FTA Center'] },
    ],
  },
  {
    name: 'goods without a country: the rules here, and the question that goes on',
    language: 'id',
    steps: [
      { says: 'mau ekspor abon', expects: ['Abon', 'Sebutkan negara tujuannya'] },
      { says: 'ke singapura', expects: [/Abon.* ke Singapura/, 'Form D'] },
    ],
  },
];

let lines: Lines;

beforeAll(async () => {
  lines = await startLines();
});

afterAll(() => lines.stop());

describe.each(LINES)('a talk on %s', (line) => {
  const begin = (language?: 'id' | 'en') => lines.begin(line, language);

  it.each(SMALL_TALK)('$name', async (journey) => takeJourney(await begin(journey.language), journey));
  it.each(QUESTIONS)('$name', async (journey) => takeJourney(await begin(journey.language), journey));

  it('begins by saying who speaks', async () => {
    const { welcome } = await begin();
    expect(welcome.text).toMatch(/asisten otomatis, bukan petugas/);
    expect(welcome.choices).toContain('Cara mengurus SKA');
  });

  it('takes a number, a tap and the words of a choice for the same', async () => {
    const titles: string[] = [];
    for (const choose of ['number', 'tap', 'words'] as const) {
      const exporter = await begin('en');
      const [asked] = await exporter.say('form or duty to Korea?');
      const [first = ''] = asked?.choices ?? [];
      expect(asked?.text).toContain(`1. ${first}`);
      expect(asked?.choices.at(-1)).toBe('None of these');
      const [answer] =
        choose === 'tap'
          ? await exporter.tap(first)
          : await exporter.say(choose === 'number' ? '1' : first.toUpperCase());
      titles.push(answer?.text ?? '');
    }
    expect(new Set(titles).size).toBe(1);
    expect(titles[0]).toMatch(/Source:/);
  });

  it('asks no second time when none of the choices was it, but names the office', async () => {
    const exporter = await begin('en');
    await exporter.say('form or duty to Korea?');
    const [reply] = await exporter.tap('None of these');
    expect(reply?.text).toMatch(/noted your question for our staff/);
  });

  it('thanks for a thumb and keeps it', async () => {
    const exporter = await begin();
    await exporter.say('form apa ke vietnam?');
    expect((await exporter.tap('Kurang tepat'))[0]?.text).toMatch(/akan diperiksa petugas/);
    const kept = await lines.storage.db
      .selectFrom('feedback')
      .select('verdict')
      .where('conversation_key', '=', exporter.conversationKey)
      .execute();
    expect(kept).toEqual([{ verdict: 'down' }]);
  });

  it.each([
    ['audio/ogg', 'pesan suara'],
    ['image/webp', 'gambar'],
    ['application/pdf', 'dokumen'],
    ['application/vnd.whatsapp.sticker', 'Terima kasih'],
  ])('answers an attachment of %s kindly', async (contentType, words) => {
    const [reply] = await (await begin()).attach(contentType);
    expect(reply?.text).toContain(words);
  });

  it('asks for a shorter question when a message is very long', async () => {
    const [reply] = await (await begin()).say('ekspor '.repeat(1_000));
    expect(reply?.text).toMatch(/satu atau dua kalimat/);
  });

  it('treats emoji alone as no question', async () => {
    expect((await (await begin()).say('😀👍'))[0]?.text).toMatch(/belum menangkap/);
  });

  it('ignores a forged button', async () => {
    const [reply] = await (await begin()).act({ do: 'ask', entry: '../../etc/passwd' });
    expect(reply?.text).toMatch(/sudah diperbarui/);
  });
});

describe('a talk on the web', () => {
  it('begins in the language of the page', async () => {
    expect((await lines.begin('web', 'en')).welcome.text).toMatch(/automatic assistant, not an officer/);
  });
});
