import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { sharedFiles } from '../support/shared.ts';
import {
  contactOf,
  messageFrom,
  NUMBER,
  newWamid,
  payloadOf,
  postWebhook,
  textFrom,
} from '../support/whatsAppPhone.ts';
import { ownPayloads } from './support/ownPayloads.ts';
import { type TestWhatsApp, testWhatsApps, wordsOf } from './support/testWhatsApp.ts';

const whatsApps = testWhatsApps();
let whatsApp: TestWhatsApp;
beforeAll(async () => {
  whatsApp = await whatsApps.start();
});

describe('GET /webhooks/whatsapp', () => {
  const ask = async (query: string) => {
    const response = await fetch(`${whatsApp.url}/webhooks/whatsapp?${query}`);
    return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
  };
  const token = encodeURIComponent(NUMBER.verifyToken);

  it('gives the challenge back bare', async () => {
    const asked = await ask(`hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=1158201444`);
    expect(asked).toEqual({ status: 200, type: 'text/plain', text: '1158201444' });
  });

  it.each([
    ['another token', 'hub.mode=subscribe&hub.verify_token=x&hub.challenge=1'],
    ['no token', 'hub.mode=subscribe&hub.challenge=1'],
    ['another mode', `hub.mode=x&hub.verify_token=${token}&hub.challenge=1`],
    ['a challenge that is no number', `hub.mode=subscribe&hub.verify_token=${token}&hub.challenge=<script>`],
    ['a challenge in brackets', `hub.mode=subscribe&hub.verify_token=${token}&hub.challenge[x]=1`],
  ])('refuses %s', async (_, query) => {
    expect((await ask(query)).status).toBe(403);
  });
});

describe('the signature', () => {
  const body = JSON.stringify(payloadOf({ statuses: [] }));
  const mac = (secret: string, algorithm = 'sha256') => createHmac(algorithm, secret).update(body).digest('hex');
  const right = mac(NUMBER.appSecrets[0] as string);

  it.each([
    ['none', ''],
    ['of another secret', `sha256=${mac('other')}`],
    [
      'of another body',
      `sha256=${createHmac('sha256', NUMBER.appSecrets[0] as string)
        .update('{}')
        .digest('hex')}`,
    ],
    ['by another algorithm', `sha1=${mac(NUMBER.appSecrets[0] as string, 'sha1')}`],
    ['cut short', `sha256=${right.slice(0, 62)}`],
    ['twice', `sha256=${right}, sha256=${right}`],
    ['without its name', right],
    ['not hexadecimal', `sha256=${'z'.repeat(64)}`],
  ])('refuses one that is %s', async (_, signature) => {
    expect((await postWebhook(whatsApp.url, body, { signature })).status).toBe(401);
  });

  it('refuses an unsigned body before it looks at it, and keeps nothing', async () => {
    const phone = { number: '6281200000001' };
    const message = payloadOf({ contacts: [contactOf(phone)], messages: [textFrom(phone, 'halo')] });
    expect((await postWebhook(whatsApp.url, message, { secret: 'other' })).status).toBe(401);
    expect(await inboxCount()).toBe(0);
  });

  it('counts over the bytes, escaped or not', async () => {
    const phone = { number: '6281200000002' };
    const raw = JSON.stringify(
      payloadOf({ contacts: [contactOf(phone)], messages: [textFrom(phone, 'kopi luwak ☕ é')] }),
    );
    const escaped = JSON.stringify(payloadOf({ messages: [textFrom(phone, 'teh ☕')] })).replace(
      /[\u0080-\uffff]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    expect((await postWebhook(whatsApp.url, raw)).status).toBe(200);
    await whatsApp.gets(phone, 1);
    expect((await postWebhook(whatsApp.url, escaped)).status).toBe(200);
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)).toEqual(['you said kopi luwak ☕ é', 'you said teh ☕']);
  });

  it('takes no packed body, and none beyond three megabytes', async () => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const packed = await fetch(`${whatsApp.url}/webhooks/whatsapp`, { method: 'POST', headers, body: 'x' });
    expect(packed.status).toBe(415);
    const huge = Buffer.alloc(3 * 1_048_576 + 1, 32);
    expect((await postWebhook(whatsApp.url, huge)).status).toBe(413);
  });
});

describe('what comes in', () => {
  it('takes every message of every change of every entry', async () => {
    const phones = ['6281200000011', '6281200000012', '6281200000013', '6281200000014'].map((number) => ({ number }));
    const [a, b, c, d] = phones.map((phone) => textFrom(phone, `dari ${phone.number}`));
    const first = payloadOf({ messages: [a, b] }, { messages: [c] }) as { entry: object[] };
    const second = payloadOf({ messages: [d] }) as { entry: object[] };
    await postWebhook(whatsApp.url, { ...first, entry: [...first.entry, ...second.entry] });
    for (const phone of phones) {
      expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual([`you said dari ${phone.number}`]);
    }
  });

  it('answers a message once, however often it is delivered', async () => {
    const phone = { number: '6281200000021' };
    const once = payloadOf({ messages: [textFrom(phone, 'sekali')] });
    await Promise.all([1, 2, 3].map(() => postWebhook(whatsApp.url, once)));
    await whatsApp.gets(phone, 1);
    await postWebhook(whatsApp.url, once);
    await whatsApp.say(phone, 'lagi');
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)).toEqual(['you said sekali', 'you said lagi']);
  });

  it('knows two messages of one id in one batch as one', async () => {
    const phone = { number: '6281200000022' };
    const message = textFrom(phone, 'sama');
    await postWebhook(whatsApp.url, payloadOf({ messages: [message, message] }));
    await whatsApp.say(phone, 'lain');
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)).toEqual(['you said sama', 'you said lain']);
  });

  it('does not take what was recorded and is played again after eight days', async () => {
    const phone = { number: '6281200000023' };
    const nineDaysAgo = new Date(whatsApp.now().getTime() - 9 * 86_400_000);
    await whatsApp.tell({ messages: [textFrom(phone, 'lama', nineDaysAgo)] });
    await whatsApp.say(phone, 'baru');
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['you said baru']);
  });

  it('leaves another number alone', async () => {
    const phone = { number: '6281200000024' };
    const metadata = { display_phone_number: '1', phone_number_id: '999' };
    await postWebhook(whatsApp.url, payloadOf({ metadata, messages: [textFrom(phone, 'salah alamat')] }));
    await whatsApp.say(phone, 'benar');
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['you said benar']);
    expect(whatsApp.logged()).toContain('another phone number id');
  });

  it('answers 200 to whatever is signed, parks what nobody can read, and goes on', async () => {
    const phone = { number: '6281200000025' };
    for (const { body } of ownPayloads) expect((await postWebhook(whatsApp.url, body)).status).toBe(200);
    await whatsApp.say(phone, 'masih hidup');
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['you said masih hidup']);
    const parked = await whatsApp.storage.db
      .selectFrom('whatsapp_inbox')
      .select('parked_because')
      .where('parked_because', 'is not', null)
      .execute();
    expect(parked.length).toBe(ownPayloads.filter(({ isParked }) => isParked).length);
    expect(await waiting()).toBe(0);
  });

  it('keeps no words of what it has worked on, and logs none', async () => {
    const left = await whatsApp.storage.db
      .selectFrom('whatsapp_inbox')
      .select('event_key')
      .where('payload', 'is not', null)
      .where('parked_because', 'is', null)
      .execute();
    expect(left).toEqual([]);
    expect(whatsApp.logged()).not.toMatch(/62812000|kopi luwak|masih hidup/);
  });
});

describe("Meta's own examples", () => {
  const files = sharedFiles('whatsapp/inbound');

  it('are taken, and each message of a person becomes an activity', async () => {
    for (const { name, text } of files) {
      const answered = await postWebhook(whatsApp.url, asOfNow(text));
      expect({ name, ...answered }).toMatchObject({ status: 200 });
    }
    await eventually(waiting, (count) => count === 0);
    const said = await whatsApp.storage.db
      .selectFrom('activities as a')
      .innerJoin('whatsapp_people as p', 'p.conversation_key', 'a.conversation_key')
      .select('a.activity')
      .where('p.phone', 'in', ['16505551234', '12195555358'])
      .where('a.direction', '=', 'in')
      .execute();
    // Reactions and system messages are acted on, or not, without a word; groups are left alone.
    const expected = files.filter(({ name }) => !/^(reaction|system|group)/.test(name));
    expect(said).toHaveLength(expected.length);
  });
});

describe('kinds of messages', () => {
  it.each<[string, Record<string, unknown>, string]>([
    ['a photograph', { type: 'image', image: { mime_type: 'image/jpeg', id: '1' } }, 'image/jpeg'],
    [
      'a caption, which is a question',
      { type: 'image', image: { mime_type: 'image/png', caption: 'form apa?' } },
      'image/png form apa?',
    ],
    [
      'a document',
      { type: 'document', document: { mime_type: 'application/pdf', filename: 'peb.pdf' } },
      'application/pdf',
    ],
    [
      'a voice note',
      { type: 'audio', audio: { mime_type: 'audio/ogg; codecs=opus', voice: true } },
      'audio/ogg; codecs=opus',
    ],
    ['a sticker', { type: 'sticker', sticker: { mime_type: 'image/webp' } }, 'application/vnd.whatsapp.sticker'],
    [
      'a place',
      { type: 'location', location: { latitude: -6.9, longitude: 110.4 } },
      'application/vnd.whatsapp.location',
    ],
    ['a contact', { type: 'contacts', contacts: [{ name: {} }] }, 'application/vnd.whatsapp.contact'],
    ['an order', { type: 'order', order: {} }, 'whatsapp/order'],
    ['what WhatsApp cannot show', { type: 'unsupported', errors: [{ code: 131051 }] }, 'whatsapp/unsupported'],
    ['a kind nobody knows yet', { type: 'hologram', hologram: {} }, 'whatsapp/hologram'],
    [
      'a tap that came empty',
      { type: 'interactive', interactive: {}, errors: [{ code: 131000 }] },
      'whatsapp/interactive',
    ],
    [
      'a reply to a form with broken JSON',
      { type: 'interactive', interactive: { type: 'nfm_reply', nfm_reply: { response_json: '{' } } },
      'whatsapp/interactive',
    ],
    ['a button of a template', { type: 'button', button: { payload: 'P', text: 'Buka' } }, 'you said Buka'],
    [
      'a button of ours',
      {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: '{"do":"talk","about":"menu"}', title: 'Menu' } },
      },
      'you said {"do":"talk","about":"menu"}',
    ],
    [
      'a button of somebody else',
      { type: 'interactive', interactive: { type: 'list_reply', list_reply: { id: 'priority', title: 'Priority' } } },
      'you said Priority',
    ],
    ['the first look at the talk', { type: 'request_welcome' }, 'welcome'],
  ])('makes sense of %s', async (_, content, heard) => {
    const phone = newPhone();
    await whatsApp.tell({ contacts: [contactOf(phone)], messages: [messageFrom(phone, content, whatsApp.now())] });
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual([heard]);
  });

  it.each([
    ['a reaction', { type: 'reaction', reaction: { message_id: 'wamid.x', emoji: '👍' } }],
    ['a reaction taken back', { type: 'reaction', reaction: { message_id: 'wamid.x' } }],
    ['a group', { type: 'text', text: { body: 'halo' }, group_id: 'g' }],
    ['a change of number of nobody we know', { type: 'system', system: { type: 'user_changed_number', wa_id: '1' } }],
    ['the taking back of what we never saw', { type: 'revoke', revoke: { original_message_id: 'wamid.never' } }],
  ])('is silent to %s', async (_, content) => {
    const phone = newPhone();
    await whatsApp.tell({ messages: [messageFrom(phone, content, whatsApp.now())] });
    await whatsApp.say(phone, 'sesudah');
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['you said sesudah']);
  });

  it('answers an edited message anew, and one that still waited only as it is now', async () => {
    const phone = { number: '6281500000001' };
    const first = textFrom(phone, 'form ke japan', whatsApp.now());
    await whatsApp.tell({ messages: [first] });
    await whatsApp.gets(phone, 1);
    const edit = { original_message_id: first.id, message: { type: 'text', text: { body: 'form ke jepang' } } };
    await whatsApp.tell({ messages: [messageFrom(phone, { type: 'edit', edit }, whatsApp.now())] });
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)).toEqual(['you said form ke japan', 'you said form ke jepang']);
    const [slow, waits] = ['slow', 'salah'].map((text) => textFrom(phone, text, whatsApp.now()));
    const mended = { original_message_id: waits?.id, message: { type: 'text', text: { body: 'betul' } } };
    await whatsApp.tell({
      messages: [slow, waits, messageFrom(phone, { type: 'edit', edit: mended }, whatsApp.now())],
    });
    expect((await whatsApp.gets(phone, 4)).map(wordsOf).slice(2)).toEqual(['you said slow', 'you said betul']);
  });

  it('forgets what was taken back, and does not answer it', async () => {
    const phone = { number: '6281500000002' };
    const [slow, secret] = ['slow', 'rahasia'].map((text) => textFrom(phone, text, whatsApp.now()));
    const revoke = messageFrom(phone, { type: 'revoke', revoke: { original_message_id: secret?.id } }, whatsApp.now());
    await whatsApp.tell({ messages: [slow, secret, revoke] });
    await whatsApp.say(phone, 'selesai');
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)).toEqual(['you said slow', 'you said selesai']);
    const kept = await whatsApp.storage.db.selectFrom('activities').select('activity').execute();
    expect(JSON.stringify(kept)).not.toContain('rahasia');
  });
});

/** Some of the examples share an id, and all are of a day long gone. */
function asOfNow(text: string): object {
  const timestamp = String(Math.floor(whatsApp.now().getTime() / 1_000));
  return JSON.parse(text, (_, value) => (value?.type && value.from ? { ...value, id: newWamid(), timestamp } : value));
}

let phones = 0;

function newPhone() {
  phones += 1;
  return { number: `62813${String(phones).padStart(8, '0')}` };
}

async function inboxCount(): Promise<number> {
  return (await whatsApp.storage.db.selectFrom('whatsapp_inbox').select('id').execute()).length;
}

async function waiting(): Promise<number> {
  const rows = await whatsApp.storage.db
    .selectFrom('whatsapp_inbox')
    .select('id')
    .where('taken_at', 'is', null)
    .where('parked_because', 'is', null)
    .execute();
  return rows.length;
}
