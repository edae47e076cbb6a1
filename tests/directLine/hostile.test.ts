import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { WebSocket } from 'ws';
import {
  beginTalk,
  call,
  eventually,
  type Granted,
  newToken,
  openStream,
  type Seen,
  type Talk,
  texts,
} from './support/rawClient.ts';
import { type TestChat, testChats } from './support/testChat.ts';

const SCRIPT = '<script>alert(1)</script><img src=x onerror=alert(1)>';
const MARKDOWN = '[x](javascript:alert(1)) ![x](https://evil.example/x.png) **b** `c` |t|';

const chats = testChats();
let chat: TestChat;
beforeAll(async () => {
  chat = await chats.start();
});

async function openTalk(url = chat.url): Promise<Talk> {
  const talk = await beginTalk(url);
  await talk.readMany(1);
  return talk;
}

/** The process lives, and talks on with everybody. */
async function expectAlive(): Promise<void> {
  const talk = await openTalk();
  await talk.say('halo');
  expect(texts(await talk.readMany(3))).toEqual(['welcome 2', 'halo', '1: halo']);
}

/** What became of a posted activity: how it was answered, and how it is shown. */
async function echoOf(talk: Talk, activity: object): Promise<Seen | undefined> {
  const { status, body } = await talk.post(activity);
  expect(status).toBe(200);
  return (await talk.read()).body.activities.find(({ id }) => id === body.id);
}

describe('a body', () => {
  it('that is packed is refused, bomb or not', async () => {
    const talk = await openTalk();
    const bomb = gzipSync(Buffer.alloc(50_000_000));
    for (const [path, body] of [
      ['activities', bomb],
      ['upload', bomb],
      ['activities', Buffer.from('no gzip')],
    ] as const) {
      const headers = {
        ...{ authorization: `Bearer ${talk.token}`, 'content-encoding': 'gzip', 'content-type': 'application/json' },
      };
      const reply = await fetch(`${talk.path}/${path}`, { method: 'POST', headers, body: new Uint8Array(body) });
      expect([path, reply.status]).toEqual([path, 415]);
    }
    await expectAlive();
  });

  it('over the limit is refused: a token has 8 kB, an activity 256 kB', async () => {
    const talk = await openTalk();
    const large = { type: 'event', value: 'x'.repeat(300_000) };
    expect((await talk.post(large)).status).toBe(413);
    for (const path of ['/chat/token', '/v3/directline/conversations'])
      expect((await call(chat.url + path, { token: talk.token, body: { x: 'x'.repeat(9_000) } })).status).toBe(413);
    await expectAlive();
  });

  it('that is no activity is refused', async () => {
    const talk = await openTalk();
    for (const body of [
      'null',
      '[]',
      '7',
      '"x"',
      '{}',
      '{"type":7}',
      '{"type":"invoke"}',
      '{"type":"message","text":7}',
    ])
      expect([body, (await talk.post(body)).status]).toEqual([body, 400]);
    for (const type of [
      'conversationUpdate',
      'contactRelationUpdate',
      'deleteUserData',
      'trace',
      'handoff',
      '__proto__',
    ])
      expect([type, (await talk.post({ type })).status]).toEqual([type, 400]);
    expect(texts((await talk.read()).body.activities)).toEqual(['welcome 2']);
  });

  it('that is deep is refused', async () => {
    const talk = await openTalk();
    const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    for (const depth of [17, 30_000])
      expect((await talk.post(`{"type":"event","name":"x","value":${deep(depth)}}`)).status).toBe(400);
    expect((await talk.post(`{"type":"event","name":"x","value":${'['.repeat(100_000)}`)).status).toBe(400);
    await expectAlive();
  });

  it('with names that reach into prototypes loses them', async () => {
    const talk = await openTalk();
    const trap = '{"isAdmin":true,"toString":"x"}';
    const value = `{"__proto__":${trap},"constructor":{"prototype":${trap}},"kept":{"__proto__":${trap},"a":1}}`;
    const { body } = await talk.post(
      `{"type":"event","name":"x","value":${value},"channelData":${value},"__proto__":${trap}}`,
    );
    const echo = (await talk.readMany(3)).find(({ id }) => id === body.id);
    expect(JSON.stringify(echo)).not.toMatch(/__proto__|constructor|isAdmin/);
    expect([echo?.value, ({} as Record<string, unknown>).isAdmin]).toEqual([{ kept: { a: 1 } }, undefined]);
  });
});

describe('an activity', () => {
  it('keeps who said it, where and when, whatever it claims', async () => {
    const talk = await openTalk();
    const forged = {
      ...{ type: 'message', text: 'halo', id: 'mine', timestamp: '2000-01-01T00:00:00Z', replyToId: 'x' },
      ...{ from: { id: 'fta-center', role: 'bot' }, recipient: { id: 'x' }, conversation: { id: 'another' } },
      ...{
        channelId: 'whatsapp',
        serviceUrl: 'https://evil.example',
        deliveryMode: 'expectReplies',
        textFormat: 'xml',
      },
      channelData: { tooLong: true, 'webchat:sequence-id': -1, webChat: {}, clientActivityID: 'c' },
    };
    const echo = await echoOf(talk, forged);
    expect(echo).toMatchObject({
      ...{ from: { id: talk.userId, role: 'user' }, conversation: { id: talk.conversationId } },
      ...{ channelId: 'directline', serviceUrl: 'urn:directline', textFormat: 'plain' },
      channelData: { clientActivityID: 'c' },
    });
    expect(Object.keys(echo?.channelData ?? {})).toEqual(['clientActivityID']);
    for (const gone of ['replyToId', 'deliveryMode']) expect(echo).not.toHaveProperty(gone);
    expect(echo?.timestamp.startsWith('2000')).toBe(false);
  });

  it('with HTML and Markdown in every field is kept as plain text, or not at all', async () => {
    const talk = await openTalk();
    const echo = await echoOf(talk, {
      ...{ type: 'message', text: SCRIPT + MARKDOWN, textFormat: 'markdown', locale: SCRIPT, name: SCRIPT },
      ...{ summary: SCRIPT, speak: SCRIPT, inputHint: SCRIPT, suggestedActions: { actions: [{ title: SCRIPT }] } },
      entities: [{ type: SCRIPT }, { type: 'ClientCapabilities', note: 'x'.repeat(2_000) }],
      attachments: [{ contentType: 'text/html', content: SCRIPT, contentUrl: 'javascript:alert(1)', name: SCRIPT }],
    });
    expect(echo).toMatchObject({ text: SCRIPT + MARKDOWN, textFormat: 'plain', entities: [] });
    expect(echo?.attachments).toEqual([{ contentType: 'text/html', name: SCRIPT }]);
    for (const gone of ['locale', 'name', 'summary', 'speak', 'inputHint', 'suggestedActions'])
      expect(echo).not.toHaveProperty(gone);
  });

  it('is answered as JSON that no browser takes for a page', async () => {
    const talk = await openTalk();
    await talk.say(SCRIPT);
    const { headers } = await talk.read();
    const names = ['content-type', 'x-content-type-options', 'cache-control'];
    expect(names.map((name) => headers.get(name))).toEqual(['application/json; charset=utf-8', 'nosniff', 'no-store']);
  });

  it('of 20,000 characters is kept and marked as too long, one more is refused', async () => {
    const talk = await openTalk();
    const echo = await echoOf(talk, { type: 'message', text: 'ä'.repeat(20_000) });
    expect([echo?.text?.length, echo?.channelData]).toEqual([20_000, { tooLong: true }]);
    expect(texts(await talk.readMany(3)).at(-1)).toBe('1: too long');
    expect((await talk.say('x'.repeat(20_001))).status).toBe(413);
  });

  it('of emoji, of nothing, of letters from everywhere and of broken ones is kept', async () => {
    const talk = await openTalk();
    const strange = ['🙏', '👩‍👩‍👧‍👦🇮🇩', '', ' ', '\u202eabc', 'ꦲꦤꦕꦫꦏ', 'a\u0300'.repeat(500), '\ufeff'];
    for (const text of strange) expect((await echoOf(talk, { type: 'message', text }))?.text).toBe(text);
    expect((await echoOf(talk, { type: 'message', text: 'a\0b\ud83d' }))?.text).toBe('ab\ufffd');
    const seen = await talk.readMany(1 + 2 * (strange.length + 1));
    expect(seen.filter(({ from }) => from.role === 'bot')).toHaveLength(strange.length + 2);
  });

  it('with too many attachments shows ten, and no file is taken', async () => {
    const talk = await openTalk();
    const attachments = Array.from({ length: 50 }, (_, index) => ({ contentType: 'image/png', name: `${index}.png` }));
    const echo = await echoOf(talk, { type: 'message', attachments });
    expect(echo?.attachments).toHaveLength(10);
  });
});

describe('an upload', () => {
  const upload = (talk: Talk, body: FormData | string, headers: Record<string, string> = {}) =>
    fetch(`${talk.path}/upload?userId=somebody&userId=else`, {
      method: 'POST',
      headers: { authorization: `Bearer ${talk.token}`, ...headers },
      body,
    });

  function form(activity: object, ...files: [name: string, bytes: number][]): FormData {
    const parts = new FormData();
    parts.append('activity', new Blob([JSON.stringify(activity)], { type: 'application/vnd.microsoft.activity' }));
    for (const [name, bytes] of files)
      parts.append('file', new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name);
    return parts;
  }

  it('is read and dropped, and the bot learns its name', async () => {
    const talk = await openTalk();
    const attachments = [{ contentType: 'image/png', name: 'invoice.png' }];
    const activity = { type: 'message', attachments, channelData: { clientActivityID: 'u' }, from: { id: 'x' } };
    const reply = await upload(talk, form(activity, ['invoice.png', 3_000_000]));
    expect(reply.status).toBe(200);
    const [, echo, answer] = await talk.readMany(3);
    expect(echo).toMatchObject({
      ...((await reply.json()) as object),
      attachments,
      channelData: { clientActivityID: 'u' },
    });
    expect(answer?.text).toBe('1: attachment invoice.png');
  });

  it('that is too large, or is none, is refused', async () => {
    const talk = await openTalk();
    expect((await upload(talk, form({ type: 'message' }, ['x', 26 * 1024 * 1024]))).status).toBe(413);
    for (const [type, body] of [
      ['multipart/form-data', 'x'],
      ['multipart/form-data; boundary=x', '--x\r\n\r\n'],
      ['multipart/form-data; boundary=x', '--x\r\nname="activity"\r\n\r\n{broken\r\n--x--'],
      ['text/plain', '{"type":"message"}'],
    ] as const)
      expect([body, (await upload(talk, body, { 'content-type': type })).status]).toEqual([body, 400]);
    await expectAlive();
  });
});

describe('a flood', () => {
  it('of messages is kept, answered kindly once, and refused when no person can be so fast', async () => {
    const limits = {
      activitiesPerExporter: { times: 5, inSeconds: 60 },
      floodPerExporter: { times: 30, inSeconds: 60 },
    };
    const strict = await chats.start({ limits });
    const talk = await openTalk(strict.url);
    const replies = await Promise.all(Array.from({ length: 50 }, (_, index) => talk.say(`flood ${index}`)));
    const statuses = replies.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200)).toHaveLength(30);
    expect(replies.find(({ status }) => status === 429)?.headers.get('retry-after')).toMatch(/^\d+$/);
    const said = (await talk.readMany(1 + 30 + 5 + 1)).filter(({ from }) => from.role === 'bot');
    expect(texts(said).filter((text) => text === 'pelan-pelan')).toHaveLength(1);
    expect(said).toHaveLength(1 + 5 + 1);
    const other = await openTalk(strict.url);
    await other.say('halo');
    expect(texts(await other.readMany(3))).toContain('1: halo');
  });

  it('of tokens from one address, and of talks of one exporter, is refused', async () => {
    const limits = {
      ...{ tokensPerAddress: { times: 3, inSeconds: 60 }, conversationsPerExporter: { times: 2, inSeconds: 60 } },
    };
    const strict = await chats.start({ limits });
    const { token } = await newToken(strict.url);
    const begin = () => call(`${strict.url}/v3/directline/conversations`, { token, body: {} });
    expect([await begin(), await begin(), await begin()].map(({ status }) => status)).toEqual([201, 201, 429]);
    const ask = () => call(`${strict.url}/chat/token`);
    expect([await ask(), await ask(), await ask()].map(({ status }) => status)).toEqual([200, 200, 429]);
  });

  it('of half-open requests leaves room for others', async () => {
    const sockets = Array.from({ length: 200 }, () => connect(chat.port, '127.0.0.1'));
    await Promise.all(sockets.map((socket) => once(socket, 'connect')));
    for (const socket of sockets) socket.write('POST /chat/token HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{');
    await expectAlive();
    for (const socket of sockets) socket.destroy();
  });
});

describe('a stream', () => {
  it('that says large, strange or broken things is closed, and nobody else notices', async () => {
    const talk = await openTalk();
    const ticket = async () =>
      (await call<Granted>(`${talk.path}?watermark=`, { method: 'GET', token: talk.token })).body.streamUrl;
    const codeAfter = async (act: (socket: WebSocket) => void) => {
      const stream = await openStream(await ticket());
      act(stream.socket);
      return stream.closed;
    };
    expect(await codeAfter((socket) => socket.send('x'.repeat(2_000)))).toBe(1009);
    expect(await codeAfter((socket) => socket.send(Buffer.alloc(1_000_000)))).toBe(1009);
    const raw = (socket: WebSocket) => (socket as unknown as { _socket: { write(bytes: Buffer): void } })._socket;
    expect(await codeAfter((socket) => raw(socket).write(Buffer.from([0xff, 0xff, 0xff, 0xff])))).toBe(1002);
    expect(await codeAfter((socket) => raw(socket).write(Buffer.from([0x81, 0x01, 0x41])))).toBe(1002);
    await expectAlive();
  });

  it('that floods us with frames stays alone with it', async () => {
    const talk = await openTalk();
    const stream = await openStream(talk.streamUrl);
    for (let count = 0; count < 20_000; count += 1) stream.socket.send('{"type":"message","text":"x"}');
    await expectAlive();
    await talk.say('halo');
    await eventually(stream.seen, (seen) => texts(seen).includes('1: halo'));
    stream.socket.close();
    expect(texts(stream.seen())).toEqual(['welcome 2', 'halo', '1: halo']);
  });

  it('that stops reading gets everything once it reads again', async () => {
    const talk = await openTalk();
    const stream = await openStream(talk.streamUrl);
    await eventually(stream.seen, (seen) => seen.length > 0);
    stream.socket.pause();
    const words = 'x'.repeat(20_000);
    const many = Array.from({ length: 100 }, () => ({
      type: 'message',
      text: words,
      from: { id: 'fta-center', role: 'bot' },
    }));
    for (let round = 0; round < 2; round += 1) await chat.turns.say(talk.conversationId, many, new Date());
    await expectAlive();
    stream.socket.resume();
    await eventually(stream.seen, (seen) => seen.length >= 201);
    stream.socket.close();
    expect(new Set(stream.seen().map(({ id }) => id)).size).toBe(201);
  });
});
