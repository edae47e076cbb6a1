import { createHash } from 'node:crypto';
import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readLines } from '../../src/storage/console/readLines.ts';
import { eventually } from '../support/eventually.ts';
import { type Behaviour, type Posted, startGraphStandIn } from '../support/graphStandIn.ts';
import { NUMBER, textFrom } from '../support/whatsAppPhone.ts';
import { type TestWhatsApp, testWhatsApps, wordsOf } from './support/testWhatsApp.ts';

const whatsApps = testWhatsApps();
const PATIENCE_MS = 300;
let whatsApp: TestWhatsApp;
let phones = 0;
beforeAll(async () => {
  whatsApp = await whatsApps.start({ graphPatienceMs: PATIENCE_MS });
});
afterEach(() => {
  whatsApp.graph.script.length = 0;
});

const aPhone = () => ({ number: `62822${String(++phones).padStart(8, '0')}` });
const key = ({ body }: Posted) => String(body.biz_opaque_callback_data);
const statusOf = (posted: Posted, status: string, more: object = {}) =>
  whatsApp.tell({
    statuses: [{ id: posted.wamid, status, timestamp: String(Math.floor(whatsApp.now().getTime() / 1_000)), ...more }],
  });
const messages = () =>
  whatsApp.storage.db
    .selectFrom('whatsapp_messages')
    .select(['message_key', 'state', 'attempts', 'error_code'])
    .execute();
const messagesOf = ({ number }: { number: string }) =>
  whatsApp.storage.db
    .selectFrom('whatsapp_messages as m')
    .innerJoin('whatsapp_people as p', 'p.conversation_key', 'm.conversation_key')
    .select('m.state')
    .where('p.phone', '=', number)
    .execute();
const messageOf = async (posted: Posted) => (await messages()).find((one) => one.message_key === key(posted));
const settled = (phone: { number: string }, state: string) =>
  eventually(
    () => whatsApp.deliveries(phone),
    (all) => all.length > 0 && all.every((one) => one.state === state),
  );

describe('sending', () => {
  it('keeps the order of what was said, part by part', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'two');
    await whatsApp.say(phone, 'long');
    const got = (await whatsApp.gets(phone, 4)).map(wordsOf);
    expect(got.slice(0, 2)).toEqual(['first', 'you said two']);
    expect(`${got[2]} ${got[3]}`).toBe('Kalimat panjang sekali. '.repeat(300).trim());
  });

  it('shows that it was read, and typing, before the answer', async () => {
    const phone = aPhone();
    const message = textFrom(phone, 'slow', whatsApp.now());
    await whatsApp.tell({ messages: [message] });
    await whatsApp.gets(phone, 1);
    const mark = { status: 'read', message_id: message.id, typing_indicator: { type: 'text' } };
    expect(whatsApp.graph.marks).toContainEqual(expect.objectContaining(mark));
    const order = whatsApp.graph.requests.filter((body) => body.message_id === message.id || body.to === phone.number);
    expect(order[0]).toMatchObject(mark);
  });

  it('quotes what it answers when she has written more meanwhile', async () => {
    const phone = aPhone();
    const [slow, next] = ['slow', 'lain'].map((text) => textFrom(phone, text, whatsApp.now()));
    await whatsApp.tell({ messages: [slow, next] });
    const [first, second] = await whatsApp.gets(phone, 2);
    expect(first?.body.context).toEqual({ message_id: slow?.id });
    expect(second?.body.context).toBeUndefined();
  });

  it('answers what came hours late with an apology and a quote', async () => {
    const phone = aPhone();
    const late = textFrom(phone, 'terlambat', new Date(whatsApp.now().getTime() - 3 * 3_600_000));
    await whatsApp.tell({ messages: [late] });
    const [answer] = await whatsApp.gets(phone, 1);
    expect(answer && wordsOf(answer)).toBe('late id\n\nyou said terlambat');
    expect(answer?.body.context).toEqual({ message_id: late.id });
  });

  it('apologises when the bot is broken', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'fail');
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['maaf']);
  });

  it.each<[string, Behaviour]>([
    ['500', { kind: 'refuse', status: 500, code: 131000 }],
    ['429', { kind: 'refuse', status: 429, code: 80007 }],
    ['130429, the number as a whole', { kind: 'refuse', status: 400, code: 130429 }],
    ['131056, this person', { kind: 'refuse', status: 400, code: 131056 }],
    ['a page with 503', { kind: 'html', status: 503 }],
    ['a page with 429', { kind: 'html', status: 429 }],
  ])('sends again, once, after %s', async (_, behaviour) => {
    const phone = aPhone();
    whatsApp.graph.script.push(behaviour);
    await whatsApp.say(phone, 'lagi');
    await eventually(
      () => messagesOf(phone),
      ([first]) => first?.state === 'waiting',
    );
    whatsApp.pass(10_000);
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['you said lagi']);
    await settled(phone, 'done');
    expect(whatsApp.got(phone)).toHaveLength(1);
  });

  it.each<[string, Behaviour]>([
    ['times out', { kind: 'hang' }],
    ['breaks off', { kind: 'cut' }],
  ])('does not send twice what was accepted by a line that then %s, when a status tells', async (_, behaviour) => {
    const phone = aPhone();
    whatsApp.graph.script.push(behaviour);
    await whatsApp.say(phone, 'two');
    const [first] = await whatsApp.gets(phone, 1);
    if (!first) throw new Error('nothing came');
    await eventually(
      () => messageOf(first),
      (message) => message?.state === 'unknown',
    );
    await statusOf(first, 'sent', { biz_opaque_callback_data: key(first) });
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)).toEqual(['first', 'you said two']);
  });

  it.each([200, 502])(
    'waits for a status after a page with %i, for it may have passed the message on',
    async (status) => {
      const phone = aPhone();
      whatsApp.graph.script.push({ kind: 'html', status });
      await whatsApp.say(phone, 'halaman');
      await eventually(
        () => messagesOf(phone),
        ([first]) => first?.state === 'unknown',
      );
      whatsApp.pass(10_000);
      expect(whatsApp.got(phone)).toEqual([]);
      whatsApp.pass(25_000);
      expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['you said halaman']);
    },
  );

  it('sends again what nobody has heard of for half a minute, and gives up after the third time', async () => {
    const phone = aPhone();
    whatsApp.graph.script.push({ kind: 'hang' }, { kind: 'hang' }, { kind: 'hang' });
    await whatsApp.say(phone, 'entah');
    for (const count of [1, 2, 3]) {
      const got = await whatsApp.gets(phone, count);
      await eventually(
        () => messageOf(got.at(-1) as Posted),
        (one) => one?.state === 'unknown' && one.attempts === count,
      );
      whatsApp.pass(100_000);
    }
    await settled(phone, 'failed');
    expect(new Set(whatsApp.got(phone).map(key)).size).toBe(1);
    await whatsApp.sweep();
    expect(whatsApp.undelivered).toContainEqual(expect.objectContaining({ reason: 'unknown' }));
  });

  it('gives up a message that Meta will never take, says so, and goes on', async () => {
    const phone = aPhone();
    whatsApp.graph.script.push({ kind: 'refuse', status: 400, code: 131026 });
    await whatsApp.say(phone, 'two');
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['you said two']);
    await whatsApp.sweep();
    expect(whatsApp.undelivered).toContainEqual(expect.objectContaining({ reason: '131026' }));
  });

  it('goes slowly when one person has had forty messages', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'halo');
    await whatsApp.gets(phone, 1);
    for (let at = 0; at < 42; at++) await whatsApp.tellLater(phone, `kabar ${at}`);
    await whatsApp.gets(phone, 40);
    expect((await whatsApp.deliveries(phone)).filter(({ state }) => state === 'waiting').length).toBeGreaterThan(0);
    whatsApp.pass(60_000);
    expect((await whatsApp.gets(phone, 43)).map(wordsOf).at(-1)).toBe('kabar 41');
  });
});

describe('statuses', () => {
  const states = async (phone: { number: string }, ...told: string[]) => {
    await whatsApp.say(phone, 'status');
    const [posted] = await whatsApp.gets(phone, 1);
    if (!posted) throw new Error('nothing came');
    await settled(phone, 'done');
    for (const status of told) await statusOf(posted, status);
    const hashOf = (id: string) => createHash('sha256').update(id).digest('hex');
    const handled = (key: string) =>
      whatsApp.storage.db
        .selectFrom('whatsapp_inbox')
        .select('taken_at')
        .where('event_key', '=', key)
        .executeTakeFirst();
    for (const status of told) {
      await eventually(
        () => handled(`status:${hashOf(posted.wamid)}:${status}`),
        (row) => row?.taken_at != null,
      );
    }
    return (await messageOf(posted))?.state;
  };

  it.each([
    [['sent', 'delivered', 'read'], 'read'],
    [['read', 'delivered', 'sent'], 'read'],
    [['delivered', 'failed'], 'delivered'],
    [['failed', 'delivered'], 'delivered'],
    [['sent', 'failed'], 'failed'],
  ])('%j end as %s, in whatever order they come', async (told, state) => {
    expect(await states(aPhone(), ...told)).toBe(state);
  });

  it('that come before the answer to the sending count', async () => {
    const phone = aPhone();
    whatsApp.graph.onTaken = (posted) => {
      if (posted.body.to === phone.number)
        void statusOf(posted, 'delivered', { biz_opaque_callback_data: key(posted) });
    };
    await whatsApp.say(phone, 'cepat');
    const [posted] = await whatsApp.gets(phone, 1);
    whatsApp.graph.onTaken = () => undefined;
    await eventually(
      () => messageOf(posted as Posted),
      (message) => message?.state === 'delivered',
    );
    await settled(phone, 'done');
  });

  it('of a passing failure have the message sent again', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'gagal sebentar');
    const [posted] = await whatsApp.gets(phone, 1);
    await settled(phone, 'done');
    await statusOf(posted as Posted, 'failed', { errors: [{ code: 131000, title: 'Something went wrong' }] });
    await eventually(
      () => whatsApp.deliveries(phone),
      ([one]) => one?.state === 'waiting',
    );
    whatsApp.pass(31_000);
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)).toEqual([
      'you said gagal sebentar',
      'you said gagal sebentar',
    ]);
  });

  it('of a lasting failure come back to whoever said it', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'gagal');
    const [posted] = await whatsApp.gets(phone, 1);
    await settled(phone, 'done');
    await statusOf(posted as Posted, 'failed', { errors: [{ code: 131026, title: 'Message undeliverable' }] });
    await settled(phone, 'failed');
    await whatsApp.sweep();
    expect(whatsApp.undelivered.filter(({ reason }) => reason === '131026').length).toBeGreaterThan(0);
  });
});

describe('what staff see', () => {
  const seen = async (phone: { number: string }) => {
    const { conversation_key } = await whatsApp.storage.db
      .selectFrom('whatsapp_people')
      .select('conversation_key')
      .where('phone', '=', phone.number)
      .executeTakeFirstOrThrow();
    const lines = await readLines(whatsApp.storage.db, conversation_key);
    return lines.flatMap(({ delivery }) => (delivery ? [[delivery.state, delivery.reason]] : []));
  };

  it('is how far each word has come, and of several messages the slowest', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'long');
    const [first, second] = await whatsApp.gets(phone, 2);
    await settled(phone, 'done');
    expect(await seen(phone)).toEqual([['accepted', null]]);
    await statusOf(first as Posted, 'read');
    await statusOf(second as Posted, 'delivered');
    await eventually(
      () => seen(phone),
      ([one]) => one?.[0] === 'delivered',
    );
    await statusOf(second as Posted, 'read');
    await eventually(
      () => seen(phone),
      ([one]) => one?.[0] === 'read',
    );
  });

  it('is also what did not arrive, and why', async () => {
    const phone = aPhone();
    whatsApp.graph.script.push({ kind: 'refuse', status: 400, code: 131026 });
    await whatsApp.say(phone, 'tidak sampai');
    await settled(phone, 'failed');
    expect(await seen(phone)).toEqual([['failed', '131026']]);
  });
});

describe('when Meta takes nothing', () => {
  it('everything waits, the operator is told, and it goes out when that is mended', async () => {
    const graph = await startGraphStandIn('the new token');
    const stopped = await whatsApps.start({ graph });
    await whatsApp.stop();
    const [a, b] = [aPhone(), aPhone()];
    await stopped.say(a, 'tertahan a');
    await eventually(
      async () => stopped.logged(),
      (log) => log.includes('"code":190'),
    );
    await stopped.say(b, 'tertahan b');
    const ready = await fetch(`${stopped.url}/readyz`);
    expect({ status: ready.status, body: await ready.json() }).toEqual({
      status: 200,
      body: { status: 'ready', impaired: ['whatsapp'] },
    });
    expect(graph.taken).toEqual([]);
    await stopped.stop();
    const mended = await whatsApps.start({ graph, accessToken: 'the new token' });
    mended.pass(61_000);
    expect((await mended.gets(a, 1)).map(wordsOf)).toEqual(['you said tertahan a']);
    expect((await mended.gets(b, 1)).map(wordsOf)).toEqual(['you said tertahan b']);
    await eventually(
      async () => (await (await fetch(`${mended.url}/readyz`)).json()) as object,
      (body) => !('impaired' in body),
    );
    await mended.stop();
    await graph.stop();
    expect(NUMBER.accessToken).not.toBe('the new token');
  });
});
