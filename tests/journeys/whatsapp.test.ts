import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { anExporter } from '../support/exporter.ts';
import type { Posted } from '../support/graphStandIn.ts';
import { sendForm } from '../support/liaison.ts';
import { awaitMail, linkIn } from '../support/mailbox.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';
import { choicesOf, startWhatsAppApp, type WhatsAppApp, wordsOf } from '../support/whatsAppApp.ts';
import {
  asInWamid,
  contactOf,
  messageFrom,
  newWamid,
  type Phone,
  payloadOf,
  postWebhook,
} from '../support/whatsAppPhone.ts';
import { whereItStands } from '../support/whereItStands.ts';
import { messageFaults } from '../whatsapp/support/messageFaults.ts';

const HOUR = 3_600_000;

let moved = 0;
let phones = 0;
let whatsApp: WhatsAppApp;
let storage: TestStorage;

beforeAll(async () => {
  whatsApp = await startWhatsAppApp({ deps: { now: () => new Date(Date.now() + moved) } });
  storage = await openTestStorage(whatsApp.app.config.databaseUrl);
});

afterAll(async () => {
  const wrong = whatsApp.graph.requests.filter(({ status }) => status === undefined).flatMap(messageFaults);
  await storage.remove();
  await whatsApp.stop();
  expect(wrong).toEqual([]);
});

const aPhone = (): Phone => ({ number: `62826${String(++phones).padStart(4, '0')}0000`, userId: `ID.26${phones}` });
const one = (posted: Posted[]): Posted => {
  expect(posted).toHaveLength(1);
  return posted[0] as Posted;
};
const says = async (phone: Phone, text: string) => wordsOf(one(await whatsApp.say(phone, text)));
const taps = async (phone: Phone, title: string) => wordsOf(one(await whatsApp.tap(phone, title)));
const titles = (posted: Posted) => choicesOf(posted).map(({ title, description }) => description ?? title);

describe('a talk on WhatsApp', () => {
  it('begins by saying that no person speaks, in one message with the topics to choose from', async () => {
    const welcome = one(await whatsApp.say(aPhone(), 'halo min'));
    expect(wordsOf(welcome)).toMatch(/asisten otomatis, bukan petugas/);
    expect(titles(welcome)).toContain('Bicara dengan petugas');
  });

  it('answers with words, source and choices in one message', async () => {
    const phone = aPhone();
    const form = one(await whatsApp.say(phone, 'form apa untuk ekspor ke Kamboja?'));
    expect(form.body).toMatchObject({ to: phone.number, type: 'interactive' });
    expect(wordsOf(form)).toMatch(/Form D.*Sumber:/s);
    expect(titles(form)).toContain('Membantu');
  });

  it('puts what is too long for buttons into one message too, and a number answers', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'form apa untuk ekspor mebel ke korea?');
    const detail = one(await whatsApp.tap(phone, 'Selengkapnya'));
    expect(wordsOf(detail).length).toBeGreaterThan(1_024);
    expect(detail.body.type).toBe('text');
    expect(wordsOf(detail)).toMatch(/Balas dengan angkanya:\n1\. Kode HS .+\n2\. Cara mengurus SKA\n/);
    expect(await says(phone, '2')).toMatch(/SKA/);
  });

  it('speaks English with whoever does', async () => {
    const phone = aPhone();
    const answer = one(await whatsApp.say(phone, 'which form do I need for the Czech Republic?'));
    expect(wordsOf(answer)).toMatch(/Czechia/);
    expect(answer.body).toMatchObject({ interactive: { action: { button: 'See choices' } } });
  });

  it('takes words of no language for Indonesian when the phone is', async () => {
    expect(await says(aPhone(), 'frumious blorgonit')).toMatch(/belum/);
    expect(await says({ number: '4915112345678', userId: 'DE.9' }, 'frumious blorgonit')).not.toMatch(/belum/);
  });

  it('stops at STOP and BERHENTI, and begins again at MULAI', async () => {
    const phone = aPhone();
    await says(phone, 'halo min');
    expect(await says(phone, 'STOP')).toMatch(/saya berhenti/);
    expect(await says(phone, 'MULAI')).toMatch(/Silakan pilih|Selamat datang/);
    expect(await says(phone, 'BERHENTI')).toMatch(/saya berhenti/);
    expect(await says(phone, 'form apa ke vietnam?')).toMatch(/Form D/);
  });

  it('answers STOP as the first word in both languages, for it is the same word in both', async () => {
    const phone = aPhone();
    expect(await says(phone, 'STOP')).toMatch(/saya berhenti.*MULAI.*I will stop.*START/s);
    expect(await says(phone, 'START')).toMatch(/asisten otomatis|Silakan pilih/);
  });
});

describe('a case on WhatsApp', () => {
  it('goes from two misses to a number, a mail, and a reply that she reads after an invitation', async () => {
    const phone = aPhone();
    await says(phone, 'sertifikat frumious untuk blorgonit gimana min');
    const offer = one(await whatsApp.say(phone, 'gimana ngurus frumious blorgonit'));
    expect(titles(offer)).toContain('Teruskan ke petugas');
    expect(await taps(phone, 'Teruskan ke petugas')).toContain('Barangnya apa');
    await says(phone, 'blorgonit, ke Jepang');
    await says(phone, 'CV Sari Rasa, Kudus');
    await taps(phone, 'Lewati');
    const done = await taps(phone, 'Setuju dan kirim');
    const [number = 'none'] = /FTA-\d{4}-\d{5}/.exec(done) ?? [];
    expect(done).toMatch(/paling lambat \*\w+, \d+ \w+ \d{4}, \d\d\.\d\d WIB\*/);

    moved += 25 * HOUR;
    const before = whatsApp.got(phone).length;
    const mail = await awaitMail(whatsApp.app.config.dataDir, number);
    await sendForm(linkIn(mail), { do: 'answer', words: 'Tidak perlu sertifikat itu.' });
    const [invitation] = (await whatsApp.gets(phone, before + 1)).slice(before);
    expect(invitation?.body).toMatchObject({
      type: 'template',
      template: {
        name: 'jawaban_siap',
        language: { code: 'id' },
        components: [{ parameters: [{ text: `kasus ${number}` }] }],
      },
    });
    const button = { type: 'button', button: { payload: 'Buka', text: 'Buka' } };
    const released = await whatsApp.send(phone, button);
    expect(released.map(wordsOf).join('\n')).toContain('Tidak perlu sertifikat itu.');
  });
});

const codeIn = (text: string) => /HUBUNGKAN ([0-9A-F]{4}-[0-9A-F]{4})/.exec(text)?.[1] ?? 'none';

/** Reports something on WhatsApp; its number. */
async function report(phone: Phone): Promise<string> {
  await says(phone, 'sertifikat frumious untuk blorgonit gimana min');
  await says(phone, 'gimana ngurus frumious blorgonit');
  await taps(phone, 'Teruskan ke petugas');
  await says(phone, 'blorgonit, ke Jepang');
  await says(phone, 'CV Sari Rasa, Kudus');
  await taps(phone, 'Lewati');
  return /FTA-\d{4}-\d{5}/.exec(await taps(phone, 'Setuju dan kirim'))?.[0] ?? 'none';
}

describe('talks on the web and on WhatsApp', () => {
  it('are joined by a code that she types, and her cases are seen in both', async () => {
    const phone = aPhone();
    const number = await report(phone);
    const web = await anExporter(whatsApp.app.url);
    expect((await web.say('kasus saya'))[0]?.text).not.toContain(number);
    const code = codeIn((await web.say('hubungkan'))[0]?.text ?? '');
    expect(await says(phone, `hubungkan ${code}`)).toContain('Terhubung');
    expect((await web.say('kasus saya'))[0]?.text).toContain(number);
    expect((await web.say(`status ${number}`))[0]?.text).toContain('blorgonit');
  });

  it('take a code once, never their own, and hear five wrong ones an hour', async () => {
    const phone = aPhone();
    const code = codeIn(await says(phone, 'hubungkan'));
    expect(await says(phone, `HUBUNGKAN ${code}`)).toContain('percakapan ini sendiri');
    const web = await anExporter(whatsApp.app.url);
    expect((await web.say(`hubungkan ${code}`))[0]?.text).toContain('Terhubung');
    const other = await anExporter(whatsApp.app.url);
    for (let at = 0; at < 5; at++) expect((await other.say(`hubungkan ${code}`))[0]?.text).toContain('15 menit');
    const good = codeIn(await says(phone, 'hubungkan'));
    expect((await other.say(`hubungkan ${good}`))[0]?.text).toContain('satu jam lagi');
  });
});

describe('"hapus data saya"', () => {
  const SECRET = 'pohon-beringin-ungu';
  const stands = (words: string) => whereItStands(storage, words);
  const erase = async (phone: Phone) => {
    await says(phone, 'hapus data saya');
    return taps(phone, 'Ya, hapus data saya');
  };
  const linked = async (phone: Phone) => {
    const web = await anExporter(whatsApp.app.url);
    await says(phone, `hubungkan ${codeIn((await web.say('hubungkan'))[0]?.text ?? '')}`);
    await web.say(`apa itu ${SECRET}?`);
    return web;
  };

  it('takes her number with it as soon as she has read so, and every trace of it; she comes back as somebody new', async () => {
    const phone = aPhone();
    await report(phone);
    await says(phone, `tolong jangan simpan ${SECRET}`);
    const unreadable = { ...messageFrom(phone, { text: {} }), type: 7 };
    await postWebhook(whatsApp.app.url, payloadOf({ contacts: [contactOf(phone)], messages: [unreadable] }));
    const traces = [phone.number, String(phone.userId), asInWamid(phone.number)];
    for (const trace of traces) expect(await stands(trace)).not.toEqual([]);
    expect(await erase(phone)).toMatch(/sudah dihapus.*Nomor Anda ikut terhapus/s);
    for (const trace of [...traces, SECRET]) {
      await eventually(
        () => stands(trace),
        (tables) => tables.length === 0,
      );
    }
    const { body } = whatsApp.got(phone).at(-1) as Posted;
    await postWebhook(
      whatsApp.app.url,
      payloadOf({ statuses: [{ id: newWamid(phone.number), status: 'read', ...body }] }),
    );
    expect(await says(phone, 'kasus saya')).toContain('belum mencatat kasus');
    expect(await says(phone, 'form apa ke vietnam?')).toMatch(/Form D/);
  });

  it('said on the phone empties her talk on the web as well', async () => {
    const phone = aPhone();
    const number = await report(phone);
    const web = await linked(phone);
    expect((await web.say('kasus saya'))[0]?.text).toContain(number);
    await erase(phone);
    expect(await stands(SECRET)).toEqual([]);
    expect((await web.say('kasus saya'))[0]?.text).not.toContain(number);
  });

  it('said on the web takes her phone with it at once', async () => {
    const phone = aPhone();
    await report(phone);
    const web = await linked(phone);
    await web.say('hapus data saya');
    expect((await web.tap('Ya, hapus data saya'))[0]?.text).toContain('sudah dihapus');
    for (const trace of [phone.number, asInWamid(phone.number), SECRET]) expect(await stands(trace)).toEqual([]);
    expect(await says(phone, 'kasus saya')).toContain('belum mencatat kasus');
  });

  it('said on both at once is done, and neither talk hangs', async () => {
    const phone = aPhone();
    await report(phone);
    const web = await linked(phone);
    await says(phone, 'hapus data saya');
    await web.say('hapus data saya');
    const said = await Promise.all([taps(phone, 'Ya, hapus data saya'), web.tap('Ya, hapus data saya')]);
    expect(JSON.stringify(said)).toContain('sudah dihapus');
    await eventually(
      () => stands(phone.number),
      (tables) => tables.length === 0,
    );
    expect((await web.say('form apa ke vietnam?'))[0]?.text).toContain('Form D');
    expect(await says(phone, 'form apa ke vietnam?')).toMatch(/Form D/);
  });
});
