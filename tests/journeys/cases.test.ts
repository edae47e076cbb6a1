import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStaffDesk } from '../../src/cases/index.ts';
import { openCaseStore } from '../../src/storage/index.ts';
import { eventually } from '../directLine/support/rawClient.ts';
import { numberIn } from '../support/caseApp.ts';
import { openLink, sendForm } from '../support/liaison.ts';
import { awaitMail, linkIn, readMails } from '../support/mailbox.ts';
import { testCaseDesk } from '../support/testCaseDesk.ts';
import { type Journey, takeJourney } from './journey.ts';
import { LINES, type Lines, startLines } from './lines.ts';
import { type Talker, tapOnCase } from './talker.ts';

let lines: Lines;

beforeAll(async () => {
  const addresses = { 'djbc-bravo': 'kasus@customs.example', 'fta-support-center': 'meja@fta.example' };
  lines = await startLines({ addresses });
});

afterAll(() => lines.stop());

const dataDir = () => lines.app.config.dataDir;
const staff = () => {
  const store = openCaseStore(lines.storage.db, lines.storage.announcements);
  return openStaffDesk(testCaseDesk({ clock: () => new Date() }), store);
};

/** A report of held goods, sent; it goes to the customs. */
async function reportHeldGoods(exporter: Talker, language: 'id' | 'en' = 'id'): Promise<string> {
  const words =
    language === 'id'
      ? [
          'barang saya tertahan di pelabuhan sekarang',
          'Tanjung Emas, PEB 000123',
          'kemarin',
          'Ya',
          'CV Sari Rasa, Kudus',
        ]
      : ['my container is stuck in the port', 'Tanjung Emas, PEB 000123', 'yesterday', 'Yes', 'CV Sari Rasa, Kudus'];
  for (const text of words) await exporter.say(text);
  const [done] = await exporter.tap(language === 'id' ? 'Setuju dan kirim' : 'Agree and send');
  return numberIn(done?.text);
}

/** What stands in the talk as it is kept. */
async function saidIn({ conversationKey }: Talker): Promise<string[]> {
  const rows = await lines.storage.db
    .selectFrom('activities')
    .select('activity')
    .where('conversation_key', '=', conversationKey)
    .where('visible', '=', true)
    .orderBy('sequence')
    .execute();
  return rows.map(({ activity }) => String(activity.text ?? ''));
}

describe.each(LINES)('on %s', (line) => {
  const begin = (language?: 'id' | 'en') => lines.begin(line, language);

  describe('a question that found no answer twice', () => {
    it('becomes a case with number and promise, is answered by the official, and closed by her', async () => {
      const exporter = await begin();
      await exporter.say('sertifikat frumious untuk blorgonit gimana min');
      const [offer] = await exporter.say('gimana ngurus frumious blorgonit');
      expect(offer?.text).toContain('nomor kasus dan tanggal kabarnya');
      const [first] = await exporter.tap('Teruskan ke petugas');
      expect(first?.text).toContain('Barangnya apa');
      await exporter.say('blorgonit, ke Jepang');
      await exporter.say('CV Sari Rasa, Kudus');
      const [summary] = await exporter.tap('Lewati');
      expect(summary?.text).toContain('sertifikat frumious untuk blorgonit gimana min');
      expect(summary?.text).toContain('CV Sari Rasa, Kudus');
      const [done] = await exporter.tap('Setuju dan kirim');
      expect(done?.text).toMatch(/paling lambat \w+, \d+ \w+ \d{4}, 16\.00 WIB/);
      const number = numberIn(done?.text);

      const mail = await awaitMail(dataDir(), number);
      expect(mail).toMatchObject({ to: { text: 'meja@fta.example' }, subject: expect.stringContaining('frumious') });
      expect(mail.text).toContain('Kudus');
      expect(mail.text).toContain('Eksportir: gimana ngurus frumious blorgonit');
      expect(mail.text).not.toMatch(/Asisten otomatis: .*(Barangnya apa|ringkasan|Selamat datang)/);
      const sent = await sendForm(linkIn(mail), { do: 'answer', words: 'Tidak perlu sertifikat <b>itu</b>.' });
      expect(sent.body).toContain('Terkirim');
      expect(sent.body).toContain('Tidak perlu sertifikat &#60;b&#62;itu');

      expect(await exporter.hears('Tidak perlu sertifikat')).toContain(number);
      expect((await tapOnCase(exporter, 'solved', number))[0]?.text).toContain(`${number} selesai`);
      expect((await exporter.say('kasus saya'))[0]?.text).toContain('selesai');
    });

    it('becomes one in English as well, by "yes"', async () => {
      const exporter = await begin('en');
      await exporter.say('frumious blorgonit wabe?');
      const [offer] = await exporter.say('how about blorgonit frumious papers');
      expect(offer?.choices).toContain('Take it to an officer');
      const [first] = await exporter.say('yes please');
      expect(first?.text).toContain('Which goods are they');
      await exporter.tap('Skip');
      await exporter.tap('Skip');
      await exporter.say('sari@usaha.example');
      const [done] = await exporter.tap('Agree and send');
      expect(done?.text).toMatch(/by \w+, \d+ \w+ \d{4}, 16\.00 WIB/);
      expect(done?.text).toContain('e-mail address as well');
      const number = numberIn(done?.text);
      const mail = await awaitMail(dataDir(), number);
      await sendForm(linkIn(mail), { do: 'answer', words: 'No form is needed.' });
      expect(await exporter.hears('No form is needed')).toContain('the answer of');
      const hers = await awaitMail(dataDir(), `News on case ${number}`);
      expect(hers.text).toContain('No form is needed.');
    });
  });

  describe('held goods', () => {
    it('go to the customs as an urgent case, with the office to call at once; "not ours" passes them on', async () => {
      const exporter = await begin();
      const [first] = await exporter.say('barang saya tertahan di pelabuhan sekarang');
      expect(first?.text).toMatch(/1500225[\s\S]*Barangnya ada di mana/);
      await exporter.say('Tanjung Emas, jalur merah, PEB 000123');
      await exporter.say('kemarin, kapal lusa');
      await exporter.tap('Ya');
      const [summary] = await exporter.say('CV Sari Rasa, Kudus, sari@usaha.example');
      expect(summary?.text).toMatch(/Bravo Bea Cukai[\s\S]*Setuju dan kirim/);
      expect(summary?.text).toContain('- E-mail: sari@usaha.example');
      const number = numberIn((await exporter.tap('Setuju dan kirim'))[0]?.text);
      const mail = await awaitMail(dataDir(), `[MENDESAK] ${number}: mohon bantuan`);
      expect(mail.to).toMatchObject({ text: 'kasus@customs.example' });
      expect(mail.text).not.toContain('sari@usaha.example');
      expect(await awaitMail(dataDir(), `[MENDESAK] ${number}: perlu ditangani`)).toMatchObject({
        to: { text: 'meja@fta.example' },
      });

      const link = linkIn(mail);
      await sendForm(link, { do: 'accept' });
      await exporter.hears(/menerima kasus Anda/);
      const sheet = await sendForm(link, { do: 'not-ours', unit: 'lnsw', typed: '', reason: 'Gangguan sistem INSW.' });
      expect([sheet.status, sheet.body.includes('Gangguan sistem INSW.')]).toEqual([410, true]);
      expect(await exporter.hears('Gangguan sistem INSW')).toContain('petugas FTA Center');
      expect((await exporter.say(`status ${number}`))[0]?.text).toContain('petugas FTA Center');
    });

    it('are asked about, and her words reach the unit: by the button, and when she simply writes', async () => {
      const exporter = await begin();
      const number = await reportHeldGoods(exporter);
      const link = linkIn(await awaitMail(dataDir(), `${number}: mohon bantuan`));
      await sendForm(link, { do: 'ask', words: 'Nomor kontainer?' });
      await exporter.hears('> Nomor kontainer?');
      const [asked] = await exporter.say('TEGU1234567 xyzzy frumious');
      expect(asked?.text).toBe(`Apakah ini keterangan untuk kasus ${number}?`);
      const [added] = await exporter.tap('Ya, tambahkan');
      expect(added?.text).toContain('sudah masuk');
      expect((await openLink(link)).body).toContain('TEGU1234567');
      await tapOnCase(exporter, 'supply', number);
      await exporter.say('dan MSKU7654321');
      expect((await openLink(link)).body).toContain('dan MSKU7654321');
      expect((await openLink(link)).body).toContain('Menunggu tanggapan unit Anda');
    });
  });

  describe('a reply that did not help', () => {
    it('opens the case again, with her words, under a new link', async () => {
      const exporter = await begin('en');
      const number = await reportHeldGoods(exporter, 'en');
      const first = linkIn(await awaitMail(dataDir(), `${number}: mohon bantuan`));
      await sendForm(first, { do: 'answer', words: 'Wait a week.' });
      await exporter.hears('Wait a week');
      expect((await tapOnCase(exporter, 'not-solved', number))[0]?.text).toContain('What is still missing');
      expect((await exporter.say('the goods rot'))[0]?.text).toContain('is open again');
      const again = await awaitMail(dataDir(), `${number}: keterangan baru`);
      expect(again.text).toContain('the goods rot');
      expect((await openLink(first)).status).toBe(410);
      expect((await openLink(linkIn(again))).body).toContain('the goods rot');
      await staff().close(number, 'sari', 'solved', 'Released.');
      await exporter.hears('> Released.');
      expect((await tapOnCase(exporter, 'reopen', number))[0]?.text).toContain('What is still missing');
      expect((await exporter.say('cancel'))[0]?.text).toContain('nothing was sent');
    });
  });

  describe('an intake', () => {
    const JOURNEYS: Journey[] = [
      {
        name: 'is left at any point by "batal", and nothing is kept',
        language: 'id',
        steps: [
          { says: 'mau bicara dengan petugas', expects: ['Ceritakan kendala'] },
          { says: 'kopi saya', expects: ['Barangnya apa'] },
          { says: 'batal', expects: ['tidak jadi dikirim'] },
          { says: 'kasus saya', expects: ['belum mencatat kasus'] },
        ],
      },
      {
        name: 'is skipped question by question, four at most',
        language: 'id',
        steps: [
          { says: 'mau bicara dengan petugas', expects: ['Ceritakan kendala'] },
          { says: 'lewati', expects: ['Barangnya apa'] },
          { taps: 'Lewati', expects: ['nama usaha'] },
          { says: '-', expects: ['e-mail'] },
          { says: 'bukan alamat', expects: ['belum bisa saya baca'] },
          { taps: 'Lewati', expects: ['ringkasan'], offers: ['Setuju dan kirim', 'Ubah', 'Batal'] },
          { taps: 'Setuju dan kirim', expects: [/FTA-\d{4}-\d{5}/] },
        ],
      },
      {
        name: 'takes a bare number for an answer, never for the button in that place',
        language: 'id',
        steps: [
          { says: 'barang saya tertahan di pelabuhan sekarang', expects: ['Barangnya ada di mana'] },
          { says: 'Tanjung Emas', expects: ['Sejak kapan'] },
          { says: '2', expects: ['mudah rusak'] },
          { says: '2', expects: ['nama usaha'] },
          { says: 'CV Sari Rasa', expects: ['Sejak: 2', 'Mudah rusak: Tidak', 'Usaha: CV Sari Rasa'] },
          { says: 'batal', expects: ['tidak jadi dikirim'] },
        ],
      },
      {
        name: 'can be changed before it is sent, also by adding words',
        language: 'en',
        steps: [
          { says: 'I want to speak to a human', expects: ['in your own words'] },
          { says: 'my certificate was refused', expects: ['Which goods'] },
          { says: 'teak furniture to Japan', expects: ['company called'] },
          { says: 'Jati Jaya, Jepara, jati@jaya.example', expects: ['jati@jaya.example', 'your report'] },
          { taps: 'Change', expects: ['What would you like to change'] },
          { taps: 'Change the company', expects: ['company called'] },
          { says: 'Jati Makmur, Jepara', expects: ['Company: Jati Makmur, Jepara'], forbids: ['Jati Jaya'] },
          { says: 'it was form JIEPA', expects: ['my certificate was refused\nit was form JIEPA'] },
          { says: 'agree', expects: [/FTA-\d{4}-\d{5}/] },
        ],
      },
      {
        name: 'of a wrong answer begins with the question that was answered',
        language: 'id',
        steps: [
          { says: 'form apa untuk vietnam?', expects: ['Form D'] },
          { taps: 'Kurang tepat', expects: ['diperiksa petugas'], offers: ['Teruskan ke petugas'] },
          { taps: 'Teruskan ke petugas', expects: [/nama usaha|Barangnya apa/] },
          { taps: 'Lewati', expects: [] },
          { says: 'lewati', expects: [] },
          { says: 'lewati', expects: ['form apa untuk vietnam?'] },
        ],
      },
      {
        name: 'answers what she asks in between, and goes on; at the summary, too',
        language: 'id',
        steps: [
          { says: 'barang saya tertahan di pelabuhan sekarang', expects: ['Barangnya ada di mana'] },
          { says: 'masa berlaku form d berapa lama?', expects: [/Form D berlaku[\s\S]*Kita lanjutkan.*Barangnya ada/] },
          { says: 'terminal HHLA Hamburg, form B ditolak bea cukai', expects: ['Sejak kapan'] },
          { says: 'sejak Senin', expects: ['mudah rusak'] },
          { says: 'form apa untuk vietnam', expects: [/Form D[\s\S]*Kita lanjutkan/], offers: ['Ya', 'Tidak'] },
          { says: 'tidak', expects: ['nama usaha'] },
          { says: 'CV Kopi Form Jaya, Kudus', expects: [/Lokasi barang: terminal HHLA Hamburg, form B ditolak/] },
          { says: 'hs code gula semut', expects: ['1702', 'belum dikirim'], offers: ['Setuju dan kirim'] },
          { says: 'kontainernya HLBU1234567', expects: ['kontainernya HLBU1234567'], forbids: ['hs code gula semut'] },
        ],
      },
      {
        name: 'waits when the answer in between asks back, and takes up what she was asked',
        language: 'id',
        steps: [
          { says: 'barang saya tertahan di pelabuhan sekarang', expects: ['Barangnya ada di mana'] },
          { says: 'hapus data saya', expects: ['Hapus data Anda'], offers: ['Lanjutkan laporan'] },
          { says: 'tidak jadi', expects: ['tidak ada yang dihapus'] },
          { says: 'lanjutkan laporan', expects: ['Barangnya ada di mana'] },
          { says: 'English please', expects: [/answer in English[\s\S]*Where are the goods/] },
          { says: 'Tanjung Emas', expects: ['Since when'] },
        ],
      },
    ];
    it.each(JOURNEYS)('$name', async (journey) => {
      await takeJourney(await begin(journey.language), journey);
    });

    it('begins as well with "bukan itu semua"', async () => {
      const exporter = await begin();
      await exporter.say('frumious blorgonit');
      const [offer] = await exporter.act({ do: 'none-of-these' });
      expect(offer?.text).toContain('Mau saya teruskan');
      await exporter.tap('Teruskan ke petugas');
      await exporter.say('batal');
    });

    it('waits while something else is asked by a button, and goes on when she says so', async () => {
      const exporter = await begin();
      await exporter.say('mau bicara dengan petugas');
      await exporter.say('kopi saya ditolak');
      const [menu] = await exporter.act({ do: 'talk', about: 'menu' });
      expect(menu?.choices).toContain('Lanjutkan laporan');
      expect((await exporter.say('form apa untuk vietnam?'))[0]?.text).toContain('Form D');
      expect((await exporter.act({ do: 'case', act: 'resume' }))[0]?.text).toContain('Barangnya apa');
      for (const text of ['lewati', 'lewati']) await exporter.say(text);
      expect((await exporter.say('lewati'))[0]?.text).toContain('kopi saya ditolak');
    });

    it('shared with nobody stays with the desk', async () => {
      const exporter = await begin();
      for (const text of ['barang saya tertahan di pelabuhan sekarang', 'Tanjung Emas', 'kemarin', 'tidak', 'lewati'])
        await exporter.say(text);
      const number = numberIn((await exporter.tap('Kirim ke FTA Center saja'))[0]?.text);
      await awaitMail(dataDir(), `${number}: perlu ditangani`);
      const mails = await readMails(dataDir());
      expect(
        mails.filter(({ subject, to }) => subject?.includes(number) && /customs/.test(JSON.stringify(to))),
      ).toEqual([]);
    });

    it('reported twice in one talk is one case', async () => {
      const exporter = await begin();
      const number = await reportHeldGoods(exporter);
      expect(await reportHeldGoods(exporter)).toBe(number);
      expect((await exporter.say('kasus saya'))[0]?.text).toContain(number);
    });
  });

  describe('her own cases', () => {
    it('are shown to her only: another number is no number', async () => {
      const [one, other] = [await begin(), await begin()];
      const number = await reportHeldGoods(one);
      expect((await one.say(number.toLowerCase()))[0]?.text).toContain('Bravo Bea Cukai');
      const [unknown] = await other.say(`status ${number}`);
      expect(unknown?.text).toContain('tidak ada di percakapan ini');
      for (const act of ['close', 'solved', 'supply', 'reopen', 'not-solved'])
        expect((await tapOnCase(other, act, number))[0]?.text).toMatch(/tidak ada di percakapan ini|tidak berlaku/);
      expect((await tapOnCase(one, 'close', number))[0]?.text).toContain('ditutup atas permintaan');
    });

    it('are gone with her data: the link shuts, the mails are taken away, the talk is empty', async () => {
      const exporter = await begin();
      const number = await reportHeldGoods(exporter);
      const link = linkIn(await awaitMail(dataDir(), `${number}: mohon bantuan`));
      expect((await exporter.say('hapus data saya'))[0]?.text).toContain('tidak bisa dibatalkan');
      expect((await exporter.tap('Tidak jadi'))[0]?.text).toContain('tidak ada yang dihapus');
      expect((await tapOnCase(exporter, 'erase', ''))[0]?.text).toContain('tidak berlaku');
      await exporter.say('hapus data saya');
      expect((await exporter.tap('Ya, hapus data saya'))[0]?.text).toContain('sudah dihapus');
      expect((await openLink(link)).status).toBe(410);
      expect(await saidIn(exporter)).toEqual(['…', expect.stringContaining('sudah dihapus')]);
      await eventually(
        () => readMails(dataDir()),
        (mails) => mails.every(({ subject }) => !subject?.includes(number)),
      );
      expect((await exporter.say('kasus saya'))[0]?.text).toContain('belum mencatat kasus');
      expect((await exporter.say('form apa untuk vietnam?'))[0]?.text).toContain('Form D');
    });
  });

  describe('a talk that a person holds', () => {
    it('is left alone by the bot, which says when it is back', async () => {
      const exporter = await begin();
      await exporter.say('halo');
      const key = exporter.conversationKey;
      expect(await staff().takeOver(key, 'sari')).toBe(true);
      await exporter.sayOnly('form apa untuk vietnam?');
      await staff().say(key, 'sari', 'Halo, saya Sari dari FTA Center.');
      await exporter.hears('saya Sari');
      await staff().giveBack(key, 'sari');
      await exporter.hears('kembali menjawab');
      expect((await saidIn(exporter)).some((text) => text.includes('Form D'))).toBe(false);
      expect((await exporter.say('form apa untuk vietnam?'))[0]?.text).toContain('Form D');
    });
  });
});
