import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openTokens } from '../../src/channels/directLine/tokens.ts';
import {
  beginTalk,
  call,
  eventually,
  type Granted,
  newToken,
  openStream,
  type Talk,
  texts,
} from './support/rawClient.ts';
import { type TestChat, testChats } from './support/testChat.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const chats = testChats();
let skewMs = 0;
let chat: TestChat;
beforeAll(async () => {
  chat = await chats.start({ clock: () => new Date(Date.now() + skewMs) });
});

/** Does something some time later. */
async function later<T>(milliseconds: number, act: () => Promise<T>): Promise<T> {
  skewMs = milliseconds;
  return act().finally(() => {
    skewMs = 0;
  });
}

/** Everything a token can be shown for in a talk. */
const DOORS: [
  name: string,
  knock: (talk: Talk, token: string | undefined) => Promise<{ status: number; body: object }>,
][] = [
  [
    'posting',
    ({ path }, token) =>
      call(`${path}/activities`, { ...bearing(token), body: { type: 'message', text: 'let me in' } }),
  ],
  ['posting typing', ({ path }, token) => call(`${path}/activities`, { ...bearing(token), body: { type: 'typing' } })],
  ['reading', ({ path }, token) => call(`${path}/activities?watermark=`, { ...bearing(token), method: 'GET' })],
  ['reconnecting', ({ path }, token) => call(`${path}?watermark=`, { ...bearing(token), method: 'GET' })],
  ['uploading', ({ path }, token) => call(`${path}/upload?userId=x`, { ...bearing(token), body: 'x' })],
];

function bearing(token: string | undefined) {
  return token === undefined ? {} : { token };
}

/** Every door is shut, all in the same words, and the talk has not heard of it. */
async function expectShut(talk: Talk, token: string | undefined): Promise<void> {
  for (const [name, knock] of DOORS) {
    const { status, body } = await knock(talk, token);
    expect([name, status, body]).toEqual([name, 403, { error: { code: 'TokenExpired', message: expect.any(String) } }]);
  }
}

function jwt(header: object, claims: object, secret = ''): string {
  const [head, body] = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const signature = secret ? createHmac('sha256', secret).update(`${head}.${body}`).digest('base64url') : '';
  return `${head}.${body}.${signature}`;
}

describe('a talk', () => {
  it('opens to its own token, which is what the other tests shut', async () => {
    const talk = await beginTalk(chat.url);
    const statuses = [];
    for (const [, knock] of DOORS.slice(0, 4)) statuses.push((await knock(talk, talk.token)).status);
    expect(statuses).toEqual([200, 200, 200, 200]);
  });

  it('stays shut without a token, and to anything that is none', async () => {
    const talk = await beginTalk(chat.url);
    for (const token of [undefined, '', 'undefined', 'x', 'a.b.c', '....', 'é', 'x'.repeat(10_000)])
      await expectShut(talk, token);
  });

  it('stays shut to a token that nobody here signed', async () => {
    const talk = await beginTalk(chat.url);
    const claims = { user: talk.userId, gen: 1, conv: talk.conversationId, exp: 4_000_000_000 };
    const forged = await openTokens('another secret, as long as ours is').issue(
      { exporterKey: talk.userId, generation: 1, conversationKey: talk.conversationId, origin: null },
      new Date(),
    );
    for (const token of [
      forged,
      jwt({ alg: 'none' }, claims),
      jwt({ alg: 'HS256' }, claims, 'guessed'),
      jwt({ alg: 'HS256' }, claims, 'a secret for tests that is long enough'),
      `${talk.token.split('.').slice(0, 2).join('.')}.${forged.split('.')[2]}`,
    ])
      await expectShut(talk, token);
  });

  it('stays shut to the token of somebody else, and to one without a talk of its own', async () => {
    const [mine, theirs, fresh] = [await beginTalk(chat.url), await beginTalk(chat.url), await newToken(chat.url)];
    await theirs.readMany(1);
    await expectShut(theirs, mine.token);
    await expectShut(theirs, fresh.token);
    expect(texts((await theirs.read()).body.activities)).toEqual(['welcome 2']);
  });

  it('stays shut to a token of the same exporter for another of their talks', async () => {
    const first = await newToken(chat.url);
    const begin = () => call<Granted>(`${chat.url}/v3/directline/conversations`, { token: first.token, body: {} });
    const [one, other] = [(await begin()).body, (await begin()).body];
    expect(one.conversationId).not.toBe(other.conversationId);
    const path = `${chat.url}/v3/directline/conversations/${other.conversationId}`;
    await expectShut({ path } as Talk, one.token);
  });

  it('stays shut to an expired token, which cannot be refreshed either', async () => {
    const talk = await beginTalk(chat.url);
    const refresh = () => call<Granted>(`${chat.url}/v3/directline/tokens/refresh`, { token: talk.token });
    await later(DAY_MS - MINUTE_MS, async () => expect((await refresh()).status).toBe(200));
    await later(DAY_MS + MINUTE_MS, async () => {
      await expectShut(talk, talk.token);
      expect((await refresh()).status).toBe(403);
    });
  });

  it('stays shut to a revoked token at once, and its open streams end', async () => {
    const talk = await beginTalk(chat.url);
    const stream = await openStream(talk.streamUrl);
    await eventually(stream.seen, (seen) => seen.length > 0);
    await chat.talks.revoke(talk.userId);
    expect(await stream.closed).toBe(1008);
    await expectShut(talk, talk.token);
    for (const body of [{ resume: talk.resume }, { token: talk.token }]) {
      const renewed = (await call<Granted>(`${chat.url}/chat/token`, { body })).body;
      expect([renewed.userId === talk.userId, renewed.conversationId]).toEqual([false, undefined]);
    }
  });

  it("that never was looks like one of somebody else's", async () => {
    const talk = await beginTalk(chat.url);
    for (const key of ['talk_nobody', '../../etc', '\0', "x' or 1=1 --", 'talk_😀', 'x'.repeat(90)]) {
      const path = `${chat.url}/v3/directline/conversations/${encodeURIComponent(key)}`;
      await expectShut({ ...talk, path }, talk.token);
    }
  });
});

describe('a return', () => {
  it('leads to the own talk that was asked for, never to a talk of somebody else', async () => {
    const [mine, theirs] = [await beginTalk(chat.url), await beginTalk(chat.url)];
    const body = { resume: mine.resume, conversationId: theirs.conversationId };
    const renewed = (await call<Granted>(`${chat.url}/chat/token`, { body })).body;
    expect([renewed.userId, renewed.conversationId]).toEqual([mine.userId, mine.conversationId]);
  });

  it('with a secret that is none makes a new exporter', async () => {
    for (const resume of ['', 'x', 'x'.repeat(5_000), 7, null, { $ne: null }, ['x']]) {
      const { status, body } = await call<Granted>(`${chat.url}/chat/token`, { body: { resume } });
      expect([status, body]).toEqual([200, expect.objectContaining({ resume: expect.any(String) })]);
    }
  });
});

describe('a ticket for a stream', () => {
  const refused = (url: string, headers = {}) => expect(openStream(url, headers)).rejects.toThrow('403');

  it('lives for a minute', async () => {
    const talk = await beginTalk(chat.url);
    await later(MINUTE_MS + 1_000, () => refused(talk.streamUrl));
  });

  it('opens once, also when two come at the same time', async () => {
    const talk = await beginTalk(chat.url);
    const tries = await Promise.allSettled([1, 2, 3, 4].map(() => openStream(talk.streamUrl)));
    const [stream, ...others] = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    expect(others).toEqual([]);
    stream?.socket.close();
  });

  it('opens no other talk, and a token in its place opens none', async () => {
    const [mine, theirs] = [await beginTalk(chat.url), await beginTalk(chat.url)];
    await refused(mine.streamUrl.replace(mine.conversationId, theirs.conversationId));
    const withoutTicket = theirs.streamUrl.replace(/t=.*/, '');
    for (const query of ['', 't=', 't=x', `t=${theirs.token}`, `t=${'x'.repeat(5_000)}`])
      await refused(withoutTicket + query);
  });

  it('is not wasted by a page of somebody else', async () => {
    const talk = await beginTalk(chat.url);
    await refused(talk.streamUrl, { origin: 'https://evil.example' });
    await refused(talk.streamUrl, { origin: 'null' });
    (await openStream(talk.streamUrl, { origin: chat.url })).socket.close();
  });

  it('is refused while too many streams of the talk are open', async () => {
    const few = await chats.start({ limits: { socketsPerConversation: 2 } });
    const talk = await beginTalk(few.url);
    const ticket = async () =>
      (await call<Granted>(`${talk.path}?watermark=`, { method: 'GET', token: talk.token })).body.streamUrl;
    const open = [await openStream(await ticket()), await openStream(await ticket())];
    await expect(openStream(await ticket())).rejects.toThrow('429');
    open[0]?.socket.close();
    await open[0]?.closed;
    const again = await eventually(
      async () => openStream(await ticket()).catch(() => null),
      (stream) => stream !== null,
    );
    for (const stream of [...open, again]) stream?.socket.close();
  });
});

describe('a page of somebody else', () => {
  const origin = 'https://evil.example';

  it('gets no token', async () => {
    const { status, body } = await call(`${chat.url}/chat/token`, { headers: { origin } });
    expect([status, body]).toEqual([403, { error: { code: 'BadOrigin', message: expect.any(String) } }]);
  });

  it('cannot use a token that our page got', async () => {
    const { token } = (await call<Granted>(`${chat.url}/chat/token`, { headers: { origin: chat.url } })).body;
    const begin = (headers: Record<string, string>) =>
      call(`${chat.url}/v3/directline/conversations`, { token, body: {}, headers });
    expect([(await begin({ origin })).status, (await begin({ origin: chat.url })).status]).toEqual([403, 201]);
  });

  it('is ours when the operator has named its address', async () => {
    const named = await chats.start({ publicUrl: 'https://fta.example.go.id' });
    const talk = await call<Granted>(`${named.url}/chat/token`, { headers: { origin: 'https://fta.example.go.id' } });
    expect(talk.status).toBe(200);
    const { token } = talk.body;
    const begun = await call<Granted>(`${named.url}/v3/directline/conversations`, { token, body: {} });
    expect(begun.body.streamUrl).toMatch(/^wss:\/\/fta\.example\.go\.id\//);
  });
});

describe('the log', () => {
  it('holds no token, no ticket, no secret and no words', async () => {
    const talk = await beginTalk(chat.url);
    await talk.say('rahasia-eksportir');
    await talk.say('fail');
    const stream = await openStream(talk.streamUrl);
    await talk.readMany(5);
    stream.socket.close();
    const ticket = new URL(talk.streamUrl).searchParams.get('t') ?? '';
    expect(chat.logged()).toContain(talk.conversationId);
    for (const secret of [talk.token, talk.token.split('.')[2] ?? '', talk.resume, ticket, 'rahasia-eksportir'])
      expect(chat.logged().includes(secret)).toBe(false);
  });
});
