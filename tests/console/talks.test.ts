import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../directLine/support/rawClient.ts';
import { anExporter, type Exporter } from '../support/exporter.ts';
import type { TestApp } from '../support/testApp.ts';
import { startWhatsAppApp, type WhatsAppApp } from '../support/whatsAppApp.ts';
import { payloadOf, postWebhook } from '../support/whatsAppPhone.ts';
import { aMember, type ConsoleClient, theAdministrator } from './support/consoleClient.ts';

let whatsApp: WhatsAppApp;
let app: TestApp;
let officer: ConsoleClient;
let editor: ConsoleClient;
let exporter: Exporter;

beforeAll(async () => {
  whatsApp = await startWhatsAppApp();
  app = whatsApp.app;
  const administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  officer = await aMember(app.url, administrator, 'kasus@example.com', ['case-officer']);
  editor = await aMember(app.url, administrator, 'penyunting@example.com', ['editor']);
  exporter = await anExporter(app.url);
  await exporter.say('bagaimana cara mengurus SKA');
});
afterAll(() => whatsApp.stop());

describe('a talk', () => {
  it('stands in the inbox and is opened with its questions, explained', async () => {
    const { talks, total } = (await officer.call('GET', '/talks?words=mengurus')).body;
    expect(total).toBe(1);
    const { body } = await officer.call('GET', `/talks/${encodeURIComponent(talks[0].key)}`);
    expect(body.lines.map(({ text }: { text: string }) => text)).toContain('bagaimana cara mengurus SKA');
    expect(body.turns).toContainEqual(expect.objectContaining({ entry: 'ska-cara-urus', decision: 'answer' }));
    expect(body.turns.at(-1).explanation.candidates[0].id).toBe('ska-cara-urus');
  });

  it('is taken over: the bot is silent, staff answers, and gives it back', async () => {
    const { key } = (await officer.call('GET', '/talks')).body.talks[0];
    const at = `/talks/${encodeURIComponent(key)}`;
    expect((await officer.call('POST', `${at}/say`, { text: 'terlalu dini' })).body).toEqual({ isDone: false });
    expect((await officer.call('POST', `${at}/take`, {})).body).toEqual({ isDone: true });
    expect((await officer.call('GET', at)).body.talk).toMatchObject({ owner: 'staff', heldBy: 'kasus' });
    expect((await officer.call('GET', '/talks?only=waiting')).body.total).toBe(0);
    const before = (await said()).length;
    await exporter.talk.post({ type: 'message', text: 'bagaimana cara mengurus SKA' });
    await officer.call('POST', `${at}/say`, { text: 'Halo, saya <b>Pak Budi</b> dari FTA Center.' });
    expect((await officer.call('GET', '/talks?owner=staff')).body.total).toBe(1);
    const after = await eventually(said, (texts) => texts.some((text) => text.includes('Pak Budi')));
    expect(after.slice(before)).toEqual(['bagaimana cara mengurus SKA', 'Halo, saya <b>Pak Budi</b> dari FTA Center.']);
    expect((await officer.call('POST', `${at}/give-back`, {})).body).toEqual({ isDone: true });
    const [answer] = await exporter.say('bagaimana cara mengurus SKA');
    expect(answer?.text).toContain('SKA');
  });

  it('that nobody has is not found, and nothing is said in it', async () => {
    expect((await officer.call('GET', '/talks/tidak-ada')).status).toBe(404);
    expect((await officer.call('POST', '/talks/tidak-ada/take', {})).body).toEqual({ isDone: false });
  });
});

describe('a talk on WhatsApp', () => {
  const phone = { number: '628122334455', userId: 'ID.9001' };
  const talk = async (query = 'channel=whatsapp') => (await officer.call('GET', `/talks?${query}`)).body.talks[0];
  const open = async () => (await officer.call('GET', `/talks/${encodeURIComponent((await talk()).key)}`)).body;
  const tell = (wamid: string, status: string, more: object = {}) =>
    postWebhook(
      app.url,
      payloadOf({ statuses: [{ id: wamid, status, timestamp: String(Math.floor(Date.now() / 1_000)), ...more }] }),
    );
  const lastDelivery = async () => (await open()).lines.at(-1).delivery;

  it('shows how far each word has come, and until when she can be written to', async () => {
    const [posted] = await whatsApp.say(phone, 'bagaimana cara mengurus SKA');
    await tell(posted?.wamid ?? '', 'delivered');
    expect(await eventually(lastDelivery, (one) => one?.state === 'delivered')).toMatchObject({ reason: null });
    await tell(posted?.wamid ?? '', 'read');
    await eventually(lastDelivery, (one) => one?.state === 'read');
    const { phone: at, lines } = await open();
    expect(at).toMatchObject({ number: phone.number, parked: 0, invitedAt: null });
    expect(Date.parse(at.openUntil)).toBeGreaterThan(Date.now());
    expect(lines[0]).toMatchObject({ from: 'exporter', delivery: null });
  });

  it('that staff answers says what did not arrive and why, there and on the first page', async () => {
    const { key } = await talk();
    await officer.call('POST', `/talks/${encodeURIComponent(key)}/take`, {});
    whatsApp.graph.script.push({ kind: 'refuse', status: 400, code: 131026 });
    await officer.call('POST', `/talks/${encodeURIComponent(key)}/say`, { text: 'Halo dari petugas' });
    const failed = { state: 'failed', reason: 'unreachable', code: '131026' };
    expect(await eventually(lastDelivery, (one) => one?.state === 'failed')).toMatchObject(failed);
    expect((await open()).lines.at(-1)).toMatchObject({ from: 'staff', text: expect.stringContaining('Halo dari') });
    expect(await talk('only=failed')).toMatchObject({ key, hasFailed: true });
    const { undelivered, failed: counts } = (await officer.call('GET', '/today')).body;
    expect(undelivered).toContainEqual(
      expect.objectContaining({ kind: 'whatsapp', talk: key, delivery: expect.objectContaining(failed) }),
    );
    expect(counts.whatsapp).toBe(1);
    expect((await editor.call('GET', '/today')).body).toMatchObject({ undelivered: null, parked: null });
  });

  it('whose 24 hours are over says that it waits for BUKA', async () => {
    const { key } = await talk();
    whatsApp.graph.script.push({ kind: 'refuse', status: 400, code: 131047 });
    await officer.call('POST', `/talks/${encodeURIComponent(key)}/say`, { text: 'Jawabannya sudah ada' });
    expect(await eventually(lastDelivery, (one) => one?.state === 'parked')).toMatchObject({ reason: 'window' });
    const { phone: at } = await eventually(open, (one) => one.phone.invitedAt !== null);
    expect(at).toMatchObject({ openUntil: null, parked: 1 });
    expect((await officer.call('GET', '/today')).body.parked).toMatchObject([{ talk: key, count: 1 }]);
    expect(await talk('only=parked')).toMatchObject({ key });
    await officer.call('POST', `/talks/${encodeURIComponent(key)}/give-back`, {});
  });
});

describe('news', () => {
  it('comes the moment something is said in the talk that is watched, and not for another', async () => {
    const { key } = (await officer.call('GET', '/talks?channel=web')).body.talks[0];
    const wait = async (of: string, seen?: string) =>
      (await officer.call('GET', `/news?${new URLSearchParams({ ...parse(of), ...(seen && { seen }) })}`)).body.seen;
    const parse = (of: string) => ({ of: of.split(':')[0] ?? '', ...(of.includes(':') && { key: of.slice(5) }) });
    const [seen, other] = await Promise.all([wait(`talk:${key}`), wait('talk:lain')]);
    const heard: string[] = [];
    const waits = [`talk:${key}`, 'talk:lain'].map(async (of, at) => {
      await wait(of, at === 0 ? seen : other);
      heard.push(of);
    });
    await exporter.say('bagaimana cara mengurus SKA');
    await waits[0];
    expect(heard).toEqual([`talk:${key}`]);
    expect(await wait(`talk:${key}`, 'of another process.7')).not.toBe(seen);
    // It ends with the server.
    void waits[1]?.catch(() => undefined);
  });

  it('is for who may read talks', async () => {
    expect((await editor.call('GET', '/news?of=cases')).status).toBe(403);
  });
});

async function said(): Promise<string[]> {
  return (await exporter.talk.read()).body.activities.map(({ text = '' }) => text);
}

describe('saved replies', () => {
  const text = {
    id: 'Mohon kirim nomor PEB, kasus {nomor}. Salam, {petugas}.',
    en: 'Please send the PEB number, case {nomor}.',
  };
  const written = { title: 'Minta nomor PEB', text, version: 0 };
  // biome-ignore lint/suspicious/noExplicitAny: replies as they come over the wire
  const list = async (query = ''): Promise<any[]> => (await officer.call('GET', `/canned?${query}`)).body.replies;

  it('are written by editors, found with a typo, and read by who answers', async () => {
    expect((await officer.call('PUT', '/canned/new', written)).status).toBe(403);
    expect((await editor.call('PUT', '/canned/new', written)).body).toEqual({ kind: 'saved', version: 1 });
    const other = {
      ...written,
      title: 'Jam buka <img src=x onerror=alert(1)>',
      text: { id: 'Buka 08.00', en: 'Open at 8' },
    };
    await editor.call('PUT', '/canned/new', other);
    expect((await list()).map(({ title }) => title)).toEqual([other.title, written.title]);
    expect((await list('words=nommor%20peb')).map(({ title }) => title)).toEqual([written.title]);
    expect((await list('words=PEB%20number'))[0]).toMatchObject({ text, editedBy: 'penyunting', version: 1 });
  });

  it('tell the second of two who change the same one, and take no part that nobody fills', async () => {
    const [, { id }] = (await list()) as [object, { id: string }];
    const change = (words: string, version = 1) =>
      editor.call('PUT', `/canned/${id}`, { ...written, text: { id: words, en: words }, version });
    expect((await change('dari yang pertama')).body).toEqual({ kind: 'saved', version: 2 });
    const { body } = await change('dari yang kedua');
    expect(body).toMatchObject({ kind: 'conflict', current: { text: { id: 'dari yang pertama' }, version: 2 } });
    expect((await change('Halo {nama}', 2)).body).toEqual({ kind: 'no-such-placeholder', name: 'nama' });
    expect((await editor.call('POST', `/canned/${id}/remove`, { version: 1 })).body).toEqual({ kind: 'conflict' });
    expect((await editor.call('POST', `/canned/${id}/remove`, { version: 2 })).body).toEqual({ kind: 'removed' });
    expect((await change('sudah hilang', 2)).body).toEqual({ kind: 'conflict', current: null });
  });

  it.each([
    ['no title', { title: '' }],
    ['one language', { text: { id: 'hanya satu' } }],
    ['too long', { text: { id: 'x'.repeat(3_001), en: 'x' } }],
    ['a column of ours', { edited_by: 'saya' }],
  ])('take nothing that is not whole: %s', async (_, part) => {
    expect((await editor.call('PUT', '/canned/new', { ...written, ...part })).status).toBe(400);
  });
});

describe('making knowledge', () => {
  it('begins a draft with what staff said and what was asked, without numbers of people', async () => {
    const { key } = (await officer.call('GET', '/talks')).body.talks[0];
    const at = `/talks/${encodeURIComponent(key)}`;
    await officer.call('POST', `${at}/take`, {});
    const asked = 'kalau SKA saya hilang di jalan, bisa minta duplikat? hubungi saya 0812-3456-7890';
    await exporter.talk.post({ type: 'message', text: asked });
    await officer.call('POST', `${at}/say`, { text: 'Bisa. Ajukan duplikat di e-SKA, atau telepon 0813 1111 2222.' });
    const lines = async () => (await officer.call('GET', at)).body.lines;
    const all = await eventually(lines, (some) => some.at(-1).from === 'staff');
    const { sequence } = all.at(-1);
    const note = 'Dari percakapan';
    const { body } = await officer.call('POST', `${at}/knowledge`, { sequence, note });
    expect(body).toEqual({ kind: 'made', key: 'ska-hilang-jalan-minta-duplikat-telepon', source: null });
    const { draft } = (await editor.call('GET', `/knowledge/rows/entries/${body.key}`)).body;
    expect(draft).toMatchObject({ state: 'draft', note, editedBy: 'kasus' });
    expect(draft.value).toMatchObject({
      phrasings: {
        id: expect.arrayContaining(['kalau SKA saya hilang di jalan, bisa minta duplikat? hubungi saya [telepon]']),
      },
      answer: { id: { short: 'Bisa. Ajukan duplikat di e-SKA, atau telepon [telepon].' }, en: { short: '' } },
      sources: expect.arrayContaining([expect.any(String)]),
    });
    expect(draft.value.unit).not.toBe('');
    const again = (await officer.call('POST', `${at}/knowledge`, { sequence, note })).body;
    expect(again.key).toBe(`${body.key}-2`);
    await officer.call('POST', `${at}/give-back`, {});
  });

  it("makes nothing of the bot's words, of no talk, and is not for who may not read talks", async () => {
    const { key } = (await officer.call('GET', '/talks')).body.talks[0];
    const at = `/talks/${encodeURIComponent(key)}/knowledge`;
    expect((await officer.call('POST', at, { sequence: 1 })).body).toEqual({ kind: 'nothing' });
    expect((await officer.call('POST', '/talks/tidak-ada/knowledge', { sequence: 1 })).body).toEqual({
      kind: 'nothing',
    });
    expect((await editor.call('POST', at, { sequence: 1 })).status).toBe(403);
  });
});
