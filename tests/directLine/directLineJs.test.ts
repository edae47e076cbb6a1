import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { beginTalk, call, eventually, type Granted, newToken, texts } from './support/rawClient.ts';
import { endRealClients, openRealClient, type RealClient } from './support/realClient.ts';
import { type TestChat, testChats } from './support/testChat.ts';

const [ONLINE, EXPIRED, FAILED] = [2, 3, 4];
const HOUR_MS = 3_600_000;

const chats = testChats();
let chat: TestChat;
beforeAll(async () => {
  chat = await chats.start();
});
afterEach(endRealClients);

async function connect(url = chat.url, options: { webSocket?: boolean; hurry?: number } = {}) {
  const { token } = await newToken(url);
  const client = openRealClient(url, { token, ...options });
  await saw(client, 'welcome 2');
  return client;
}

function saw(client: RealClient, ...wanted: string[]) {
  return eventually(
    () => texts(client.seen),
    (seen) => wanted.every((text) => seen.includes(text)),
  );
}

const message = (text: string, clientActivityID = `c-${text}`) => ({
  type: 'message',
  text,
  from: { id: 'whoever' },
  channelData: { clientActivityID },
});

describe.each([
  ['a stream', true],
  ['polling', false],
])('DirectLineJS over %s', (_way, webSocket) => {
  it('gets the welcome, the echo with its client id, and the reply, in that order', async () => {
    const client = await connect(chat.url, { webSocket });
    const id = await client.post(message('halo'));
    await saw(client, '1: halo');
    expect(texts(client.seen)).toEqual(['welcome 2', 'halo', '1: halo']);
    expect(client.seen[1]).toMatchObject({ id, from: { role: 'user' }, channelData: { clientActivityID: 'c-halo' } });
    expect(client.statuses.at(-1)).toBe(ONLINE);
    expect(client.watermark()).toBe('4');
  });

  it('says that its token has expired once it is revoked', async () => {
    const client = await connect(chat.url, { webSocket, hurry: 1_000 });
    const [userId = ''] = client.seen.map(({ recipient }) => (recipient as { id: string }).id);
    await chat.talks.revoke(userId);
    expect(await client.post(message('lost'))).toBe('retry');
    await eventually(
      () => client.statuses,
      (statuses) => statuses.includes(EXPIRED),
    );
    expect(texts(client.seen)).toEqual(['welcome 2']);
  });

  it('gets each of six hundred messages once', async () => {
    const talk = await beginTalk(chat.url);
    await talk.readMany(1);
    const words = Array.from({ length: 600 }, (_, index) => `word ${index}`);
    const activities = words.map((text) => ({ type: 'message', text, from: { id: 'fta-center', role: 'bot' } }));
    await chat.turns.say(talk.conversationId, activities, new Date());
    const client = openRealClient(chat.url, { token: talk.token, conversationId: talk.conversationId, webSocket });
    await saw(client, ...words);
    // Two frames at once get mixed in the client, and are put in order of time by Web Chat.
    const inOrder = client.seen.toSorted((one, other) => one.timestamp.localeCompare(other.timestamp));
    expect(texts(inOrder)).toEqual(['welcome 2', ...words]);
  });
});

describe('DirectLineJS', () => {
  it('starts without a token of its own conversation, but not into the talk of somebody else', async () => {
    const talk = await beginTalk(chat.url);
    const { token } = await newToken(chat.url);
    const client = openRealClient(chat.url, { token, conversationId: talk.conversationId });
    await eventually(
      () => client.failures,
      (failures) => failures.length > 0,
    );
    expect([client.statuses.at(-1), client.seen]).toEqual([FAILED, []]);
  });

  it('resumes after a reload: everything without a watermark, the rest with one', async () => {
    const before = await connect();
    await before.post(message('halo'));
    await saw(before, '1: halo');
    const watermark = before.watermark();
    const kept = { token: before.token(), conversationId: conversationOf(before) };
    before.end();
    const all = openRealClient(chat.url, kept);
    await saw(all, '1: halo');
    await all.post(message('lagi'));
    await saw(all, '2: lagi');
    const rest = openRealClient(chat.url, { ...kept, watermark });
    await saw(rest, '2: lagi');
    expect(texts(all.seen)).toEqual(['welcome 2', 'halo', '1: halo', 'lagi', '2: lagi']);
    expect(texts(rest.seen)).toEqual(['lagi', '2: lagi']);
  });

  it('shows one talk in two tabs, and each can speak', async () => {
    const first = await connect();
    const second = openRealClient(chat.url, { token: first.token(), conversationId: conversationOf(first) });
    await saw(second, 'welcome 2');
    await first.post(message('from the first'));
    await saw(second, '1: from the first');
    await second.post(message('from the second'));
    await saw(first, '2: from the second');
    await saw(second, '2: from the second');
    expect(first.seen).toEqual(second.seen);
  });

  it('renews its token while it talks', async () => {
    const aging = await startAging();
    const client = await connect(aging.url, { hurry: 1_000 });
    const first = client.token();
    aging.wait(HOUR_MS);
    await eventually(client.token, (token) => token !== first);
    aging.wait(23.5 * HOUR_MS);
    await client.post(message('halo'));
    await saw(client, '1: halo');
  });

  it('goes on after its token has expired, with the secret of the page', async () => {
    const aging = await startAging();
    const { token, resume } = await newToken(aging.url);
    const asleep = openRealClient(aging.url, { token, hurry: 1 });
    await saw(asleep, 'welcome 2');
    aging.wait(25 * HOUR_MS);
    expect(await asleep.post(message('too late'))).toBe('retry');
    expect(asleep.statuses.at(-1)).toBe(EXPIRED);
    asleep.end();
    const renewed = (await call<Granted>(`${aging.url}/chat/token`, { body: { resume } })).body;
    const awake = openRealClient(aging.url, { token: renewed.token, conversationId: renewed.conversationId });
    await saw(awake, 'welcome 2');
    await awake.post(message('in time'));
    await saw(awake, '1: in time');
    expect(awake.statuses.at(-1)).toBe(ONLINE);
    expect(texts(awake.seen)).toEqual(['welcome 2', 'in time', '1: in time']);
  });

  it('finds its way back when the server is replaced, and misses and repeats nothing', async () => {
    const first = await chats.start();
    const client = await connect(first.url);
    await client.post(message('before'));
    await saw(client, '1: before');
    const conversationId = conversationOf(client);
    const { port } = first;
    await first.stop();
    await chat.turns.say(conversationId, [{ type: 'message', text: 'meanwhile', from: BOT }], new Date());
    await chats.start({ port });
    await saw(client, 'meanwhile');
    await client.post(message('after'));
    await saw(client, '2: after');
    expect(texts(client.seen)).toEqual(['welcome 2', 'before', '1: before', 'meanwhile', 'after', '2: after']);
  });

  it('gets what the bot says in the place of something else', async () => {
    const client = await connect();
    await client.post(message('halo'));
    await saw(client, '1: halo');
    const { id, timestamp } = client.seen[2] as { id: string; timestamp: string };
    await client.post(message(`instead ${id}`));
    await saw(client, 'better');
    const better = client.seen.find(({ text }) => text === 'better');
    expect(better).toMatchObject({ id, timestamp });
    const reloaded = openRealClient(chat.url, { token: client.token(), conversationId: conversationOf(client) });
    await saw(reloaded, 'better', `2: instead ${id}`);
    expect(texts(reloaded.seen)).not.toContain('1: halo');
  });
});

describe('DirectLineJS, polling', () => {
  it('keeps asking while the database does not answer, and while it asks too often', async () => {
    const { talks } = chat;
    let trouble = 2;
    const readSince: typeof talks.readSince = async (...asked) => {
      trouble -= 1;
      if (trouble >= 0) throw new Error('the database is away');
      return talks.readSince(...asked);
    };
    const troubled = await chats.start({
      talks: { readSince },
      limits: { pollsPerExporter: { times: 3, inSeconds: 1 } },
    });
    const client = await connect(troubled.url, { webSocket: false });
    await client.post(message('halo'));
    await saw(client, '1: halo');
    expect([client.statuses.at(-1), client.failures]).toEqual([ONLINE, []]);
  });
});

/** A chat whose clock can be put forward. */
async function startAging() {
  let skewMs = 0;
  const aging = await chats.start({ clock: () => new Date(Date.now() + skewMs) });
  const wait = (milliseconds: number) => {
    skewMs += milliseconds;
  };
  return { ...aging, wait };
}

const BOT = { id: 'fta-center', name: 'FTA Center', role: 'bot' };

function conversationOf({ directLine }: RealClient): string {
  return (directLine as unknown as { conversationId: string }).conversationId;
}
