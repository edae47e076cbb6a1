import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { anExporter, type Exporter } from '../support/exporter.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';
import { startWhatsAppApp, type WhatsAppApp, wordsOf } from '../support/whatsAppApp.ts';
import { aMember, type ConsoleClient, theAdministrator } from './support/consoleClient.ts';

let whatsApp: WhatsAppApp;
let storage: TestStorage;
let editor: ConsoleClient;
let publisher: ConsoleClient;
let officer: ConsoleClient;

beforeAll(async () => {
  whatsApp = await startWhatsAppApp();
  const { app } = whatsApp;
  storage = await openTestStorage(app.config.databaseUrl);
  const administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  editor = await aMember(app.url, administrator, 'penyunting@example.com', ['editor']);
  publisher = await aMember(app.url, administrator, 'penerbit@example.com', ['publisher']);
  officer = await aMember(app.url, administrator, 'petugas@example.com', ['publisher', 'case-officer']);
});
afterAll(async () => {
  await storage.close();
  await whatsApp.stop();
});

const ENTRY = 'ska-manfaat';
const HOSTILE = 'apa manfaat SKA <img src=x onerror=alert(1)>';
const asking = { type: 'message', text: HOSTILE, value: { do: 'ask', entry: ENTRY } };
const RIGHT = { id: 'Manfaat yang benar: **bea masuk bisa nol**.', en: 'The right benefit: **duty may be zero**.' };
const phones = { quiet: { number: '6281100000001' }, open: { number: '6281100000002' } };
const webSays = async (exporter: Exporter) => (await exporter.talk.read()).body.activities.map(({ text = '' }) => text);
const corrections = async (exporter: Exporter) =>
  (await webSays(exporter)).filter((text) => /Pembetulan|correction/.test(text));

/** Writes, sends and publishes; `material` says what was wrong before. */
async function publish(short: { id: string; en: string }, material: string | null, table = 'entries', key = ENTRY) {
  const { live } = (await editor.call('GET', `/knowledge/rows/${table}/${key}`)).body;
  const value = structuredClone(live.value);
  for (const language of ['id', 'en'] as const) value.answer[language].short = short[language];
  const { version } = (
    await editor.call('PUT', `/drafts/${table}/${key}`, { value, baseRevision: live.revision, version: 0 })
  ).body;
  const body = { version, reason: 'aturan baru', acceptedChanges: true, material };
  const published = (await publisher.call('POST', `/drafts/${table}/${key}/publish`, body)).body;
  expect(published.kind).toBe('published');
  return live.revision + 1;
}

const openNotices = async () =>
  (await publisher.call('GET', '/notices')).body.notices.filter((one: { outcome: unknown }) => one.outcome === null);

describe('a material correction', () => {
  let indonesian: Exporter;
  let english: Exporter;
  let silent: Exporter;
  let erased: Exporter;
  let informed: Exporter;
  let id: number;

  it('lists who got the wrong answer, by channel, and leaves out who stopped, erased or knows', async () => {
    const { url } = whatsApp.app;
    [indonesian, english, silent, erased, informed] = [
      await anExporter(url),
      await anExporter(url, 'en'),
      await anExporter(url),
      await anExporter(url),
      await anExporter(url),
    ];
    for (const exporter of [indonesian, english, silent, erased, informed]) await exporter.post(asking);
    await indonesian.post(asking);
    await silent.say('berhenti kirim pesan');
    await erased.say('hapus data saya');
    await erased.tap('Ya, hapus data saya');
    await whatsApp.say(phones.quiet, 'apa manfaat ska');
    await whatsApp.say(phones.open, 'apa manfaat ska');
    await publish(RIGHT, 'bea masuk disebut selalu turun');
    await eventually(
      async () => (await informed.post(asking))[0]?.text ?? '',
      (text) => text.includes('bea masuk bisa nol'),
    );
    const [notice] = await openNotices();
    expect(notice).toMatchObject({
      kind: 'correction',
      key: ENTRY,
      reason: 'bea masuk disebut selalu turun',
      revision: 2,
    });
    id = notice.id;
    const { audience, people, total } = (await publisher.call('GET', `/notices/${id}`)).body;
    expect(audience).toMatchObject({ people: 4, silent: 1 });
    expect(audience.byChannel).toEqual(
      expect.arrayContaining([
        { channel: 'web', people: 2 },
        { channel: 'whatsapp', people: 2 },
      ]),
    );
    expect([total, people[0].talk, people[0].state]).toEqual([4, null, null]);
    expect(audience.samples.map(({ language }: { language: string }) => language)).toEqual(['id', 'en']);
    expect((await officer.call('GET', `/notices/${id}`)).body.people[0].talk).toEqual(expect.any(String));
  });

  it('is sent to each once, in her language, by the way that each channel has', async () => {
    const yesterday = new Date(Date.now() - 25 * 3_600_000);
    const quiet = storage.db.updateTable('whatsapp_people').where('phone', '=', phones.quiet.number);
    await quiet.set({ last_inbound_at: yesterday }).execute();
    const before = { open: whatsApp.got(phones.open).length, quiet: whatsApp.got(phones.quiet).length };
    const both = await Promise.all([1, 2].map(() => publisher.call('POST', `/notices/${id}/send`, {})));
    expect(both.map(({ body }) => body.kind).sort()).toEqual(['sent', 'settled']);
    const [toIndonesian] = await eventually(
      () => corrections(indonesian),
      (all) => all.length > 0,
    );
    expect(toIndonesian).toContain('Pembetulan dari FTA Center');
    expect(toIndonesian).toContain('bea masuk bisa nol');
    expect(toIndonesian).toContain(`> ${HOSTILE}`);
    const [toEnglish] = await eventually(
      () => corrections(english),
      (all) => all.length > 0,
    );
    expect(toEnglish).toContain('duty may be zero');
    expect((await whatsApp.gets(phones.open, before.open + 1)).map(wordsOf).at(-1)).toContain('*bea masuk bisa nol*');
    const invited = (await whatsApp.gets(phones.quiet, before.quiet + 1)).at(-1);
    expect(invited?.body).toMatchObject({ type: 'template' });
    for (const exporter of [indonesian, english]) expect(await corrections(exporter)).toHaveLength(1);
    for (const exporter of [silent, erased, informed]) expect(await corrections(exporter)).toEqual([]);
  });

  it('shows how it stands with each: there on the web, parked until she answers the template', async () => {
    const counts = await eventually(
      async () => (await publisher.call('GET', `/notices/${id}`)).body.counts,
      (all) => JSON.stringify(all).includes('parked'),
    );
    expect(counts).toEqual(
      expect.arrayContaining([
        { channel: 'web', state: 'sent', people: 2 },
        { channel: 'whatsapp', state: 'parked', people: 1 },
        { channel: 'whatsapp', state: 'sent', people: 1 },
      ]),
    );
    await indonesian.say('terima kasih');
    await whatsApp.say(phones.quiet, 'ya', 2);
    expect(whatsApp.got(phones.quiet).map(wordsOf).join()).toContain('bea masuk bisa nol');
    const later = (await publisher.call('GET', `/notices/${id}`)).body;
    expect(later.counts).toContainEqual({ channel: 'web', state: 'delivered', people: 1 });
    expect(later.total).toBe(4);
  });

  it('that turns out wrong again reaches those who were told the first one', async () => {
    await publish({ id: 'Manfaat menurut aturan terbaru.', en: 'Benefits by the newest rule.' }, 'masih keliru');
    const [notice] = await openNotices();
    const { audience } = (await publisher.call('GET', `/notices/${notice.id}`)).body;
    // who had asked again and read the first correction is misled now, too
    expect(audience.people).toBe(5);
    const aside = await publisher.call('POST', `/notices/${notice.id}/set-aside`, { reason: 'sudah ditelepon semua' });
    expect(aside.body.kind).toBe('set-aside');
    expect((await publisher.call('POST', `/notices/${notice.id}/send`, {})).body.kind).toBe('settled');
  });

  it('of a word that answers do not say misleads nobody', async () => {
    const revision = await publish({ id: 'Manfaat menurut aturan terbaru.', en: 'Benefits by the newest rule.' }, null);
    expect(await openNotices()).toEqual([]);
    const made = await publisher.call('POST', '/notices', {
      table: 'entries',
      key: ENTRY,
      revision,
      reason: 'lupa ditandai',
    });
    expect(made.body.kind).toBe('made');
    const again = await publisher.call('POST', '/notices', {
      table: 'entries',
      key: ENTRY,
      revision,
      reason: 'dua kali',
    });
    expect(again.body.kind).toBe('not-made');
    const read = (await publisher.call('GET', `/notices/${made.body.id}`)).body;
    // three read revision 1 last, and it says something else
    expect(read.people.every((one: { revision: number }) => one.revision < revision)).toBe(true);
    await publisher.call('POST', `/notices/${made.body.id}/set-aside`, { reason: 'percobaan saja' });
  });
});

describe('an earlier revision that is published again', () => {
  it('corrects those who were told otherwise meanwhile, not those who had read it then', async () => {
    const body = { revision: 1, reason: 'yang pertama benar', material: 'pembetulannya keliru' };
    const restored = await publisher.call('POST', `/knowledge/rows/entries/${ENTRY}/restore`, body);
    expect(restored.body.kind).toBe('published');
    const [notice] = await openNotices();
    const { audience, people } = (await publisher.call('GET', `/notices/${notice.id}`)).body;
    expect(audience).toMatchObject({ people: 5, silent: 0 });
    expect(new Set(people.map(({ revision }: { revision: number }) => revision))).toEqual(new Set([2]));
  });
});

describe('a corrected row of a table', () => {
  it('reaches those whose answer was made of it, also of turns kept without their publish, and no others', async () => {
    const { url } = whatsApp.app;
    const ask = (row: string) => ({
      type: 'message',
      text: `form ke ${row}`,
      value: { do: 'ask', entry: 'destination.form', slots: { destination: [row] } },
    });
    const [toJapan, toKorea] = [await anExporter(url), await anExporter(url)];
    await toJapan.post(ask('JP'));
    await toKorea.post(ask('KR'));
    const old = storage.db.updateTable('turns').set({ knowledge_version: null });
    await old.where('question', '=', 'form ke JP').execute();
    const { live } = (await editor.call('GET', '/knowledge/rows/destinations/JP')).body;
    const value = structuredClone(live.value);
    for (const language of ['id', 'en']) value.advice[0][language] = `IJEPA: Form IJEPA (${language}).`;
    const saved = await editor.call('PUT', '/drafts/destinations/JP', {
      value,
      baseRevision: live.revision,
      version: 0,
    });
    const body = { version: saved.body.version, reason: 'saran baru', acceptedChanges: true, material: 'form keliru' };
    expect((await publisher.call('POST', '/drafts/destinations/JP/publish', body)).body.kind).toBe('published');
    const notice = (await openNotices()).find(({ key }: { key: string }) => key === 'JP');
    const { people, audience } = (await publisher.call('GET', `/notices/${notice.id}`)).body;
    expect(people.map(({ question }: { question: string }) => question)).toEqual(['form ke JP']);
    expect(audience.samples[0].text).toContain('Form IJEPA (id).');
    expect((await publisher.call('POST', `/notices/${notice.id}/send`, {})).body).toEqual({ kind: 'sent', people: 1 });
    await eventually(
      () => corrections(toJapan),
      (all) => all.length === 1,
    );
    expect(await corrections(toKorea)).toEqual([]);
  });
});

describe('a notice', () => {
  it.each(['tidak-ada', '0', '999999', '1 or 1=1', '-1'])(
    'that is none (%s) is not found, shown or sent',
    async (id) => {
      const at = `/notices/${encodeURIComponent(id)}`;
      expect((await publisher.call('GET', at)).body.notice).toBeNull();
      expect((await publisher.call('POST', `${at}/send`, {})).body.kind).toBe('unknown');
    },
  );
});
