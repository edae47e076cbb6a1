import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { call, eventually, type Granted, newToken } from './support/rawClient.ts';
import { endRealClients } from './support/realClient.ts';
import { type TestChat, testChats } from './support/testChat.ts';
import { closePages, type Line, openPage, type WebChatPage } from './support/webChatPage.ts';

const WELCOME: Line = ['bot', 'welcome 2'];

const chats = testChats();
let chat: TestChat;
beforeAll(async () => {
  chat = await chats.start();
});
afterEach(() => {
  closePages();
  endRealClients();
});

async function openNew(url = chat.url): Promise<WebChatPage> {
  const page = openPage(url, await newToken(url));
  await shows(page, 'welcome 2');
  return page;
}

/** Less than the five seconds for which Web Chat holds a reply back whose question it has not seen. */
function shows(page: WebChatPage, ...wanted: string[]) {
  return eventually(page.transcript, (lines) => wanted.every((text) => lines.some((line) => line[1] === text)));
}

function settled(page: WebChatPage, posted: number) {
  return eventually(page.posts, ({ fulfilled, rejected }) => fulfilled + rejected >= posted);
}

describe('Web Chat', () => {
  it('takes its user from the token', async () => {
    const granted = await newToken(chat.url);
    const page = openPage(chat.url, granted);
    await eventually(page.status, (status) => status === 'connected');
    expect(page.userId()).toBe(granted.userId);
  });

  it('shows what was said as sent, once, with the reply beneath', async () => {
    const page = await openNew();
    page.say('halo');
    await shows(page, '1: halo');
    await settled(page, 1);
    expect(page.transcript()).toEqual([WELCOME, ['user', 'halo', 'sent'], ['bot', '1: halo']]);
  });

  it('waits for nothing that it posted: events, taps and typing are echoed too', async () => {
    const page = await openNew();
    page.event('webchat/join', { language: 'en' });
    page.postBack({ choice: 1 });
    page.typing();
    await shows(page, 'event webchat/join {"language":"en"}', '2: {"choice":1}');
    expect(await settled(page, 3)).toEqual({ pending: 3, fulfilled: 3, rejected: 0 });
  });

  it('keeps messages sent at once in their order, each reply after its question', async () => {
    const page = await openNew();
    for (const text of ['a', 'b', 'c']) page.say(text);
    await shows(page, '1: a', '2: b', '3: c');
    await settled(page, 3);
    const [, ...lines] = page.transcript().map(([, text]) => text);
    expect(lines.filter((text) => text.length === 1)).toHaveLength(3);
    for (const [index, text] of ['a', 'b', 'c'].entries())
      expect(lines.indexOf(text)).toBeLessThan(lines.indexOf(`${index + 1}: ${text}`));
  });

  it('shows at once what is said outside a turn', async () => {
    const page = await openNew();
    const reply = { type: 'message', text: 'a case was answered', from: BOT, replyToId: 'long ago' };
    await chat.turns.say(page.kept().conversationId, [reply], new Date());
    await shows(page, 'a case was answered');
  });

  it('puts what the bot says instead where the bot said it', async () => {
    const page = await openNew();
    page.say('halo');
    await shows(page, '1: halo');
    const { id } = page.activities().find(({ text }) => text === '1: halo') ?? {};
    page.say(`instead ${id}`);
    await shows(page, 'better', `2: instead ${id}`);
    await settled(page, 2);
    expect(page.transcript().map(([, text]) => text)).toEqual([
      'welcome 2',
      'halo',
      'better',
      `instead ${id}`,
      `2: instead ${id}`,
    ]);
  });

  it('shows the same talk after a reload, and no greeting is added', async () => {
    const before = await openNew();
    before.say('halo');
    await shows(before, '1: halo');
    await settled(before, 1);
    const lines = before.transcript();
    before.close();
    const after = openPage(chat.url, before.kept());
    await shows(after, '1: halo');
    expect(after.transcript()).toEqual(lines);
    after.say('lagi');
    await shows(after, '2: lagi');
  });

  it('shows one talk in two tabs, whoever speaks, as the words of the same exporter', async () => {
    const first = await openNew();
    const second = openPage(chat.url, first.kept());
    await shows(second, 'welcome 2');
    first.say('halo');
    await shows(second, '1: halo');
    await settled(first, 1);
    expect(second.transcript()).toEqual(first.transcript());
  });

  it('says that it cannot connect when its token is worth nothing any more, and a new page goes on', async () => {
    let skewMs = 0;
    const aging = await chats.start({ clock: () => new Date(Date.now() + skewMs) });
    const granted = await newToken(aging.url);
    const page = openPage(aging.url, { ...granted, hurry: 1 });
    await shows(page, 'welcome 2');
    skewMs = 25 * 60 * 60 * 1_000;
    page.say('too late');
    await eventually(page.status, (status) => status === 'error');
    expect(await settled(page, 1)).toMatchObject({ rejected: 1 });
    const { resume } = granted;
    const renewed = (await call<Granted>(`${aging.url}/chat/token`, { body: { resume } })).body;
    const again = openPage(aging.url, renewed);
    await shows(again, 'welcome 2');
    again.say('in time');
    await shows(again, '1: in time');
  });

  it('comes back by itself when the server is replaced in the middle of a talk', async () => {
    const first = await chats.start();
    const page = await openNew(first.url);
    page.say('before');
    await shows(page, '1: before');
    await first.stop();
    await chats.start({ port: first.port });
    await chat.turns.say(page.kept().conversationId, [{ type: 'message', text: 'meanwhile', from: BOT }], new Date());
    await shows(page, 'meanwhile');
    page.say('after');
    await shows(page, '2: after');
    await settled(page, 2);
    expect(page.transcript()).toEqual([
      WELCOME,
      ['user', 'before', 'sent'],
      ['bot', '1: before'],
      ['bot', 'meanwhile'],
      ['user', 'after', 'sent'],
      ['bot', '2: after'],
    ]);
  });

  it('shows a flood as sent, and asks once, kindly, to slow down', async () => {
    const limits = { activitiesPerExporter: { times: 3, inSeconds: 60 } };
    const strict = await chats.start({ limits });
    const page = await openNew(strict.url);
    for (let index = 0; index < 8; index += 1) page.say(`flood ${index}`);
    expect(await settled(page, 8)).toEqual({ pending: 8, fulfilled: 8, rejected: 0 });
    await shows(page, 'pelan-pelan', '3: flood 2');
    const replies = page.transcript().filter(([who]) => who === 'bot');
    expect(replies.filter(([, text]) => text === 'pelan-pelan')).toHaveLength(1);
    expect(replies).toHaveLength(1 + 3 + 1);
  });
});

const BOT = { id: 'fta-center', name: 'FTA Center', role: 'bot' };
