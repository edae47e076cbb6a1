import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder-core';
import { pino } from 'pino';
import { caseOfFault } from '../../src/cases/index.ts';
import { readActivity } from '../../src/channels/botFramework/readActivity.ts';
import { takeTurn } from '../../src/channels/botFramework/takeTurn.ts';
import type { TalkStore } from '../../src/conversation/index.ts';
import { openBotServiceTalks } from '../../src/storage/index.ts';
import { beginTalk, call, texts } from '../directLine/support/rawClient.ts';
import { testBot } from '../directLine/support/testBot.ts';
import { type TestChat, testChats } from '../directLine/support/testChat.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { testCaseDesk } from '../support/testCaseDesk.ts';

const ID = '11111111-2222-3333-4444-555555555555';
const REGISTRATION = { appId: ID, appPassword: 'geheim', appType: 'SingleTenant', tenantId: ID } as const;

/** Azure, as far as a turn can see: takes what is sent. */
class Azure extends BotAdapter {
  readonly sent: (string | undefined)[] = [];

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(...activities.map(({ text, type }) => text ?? type));
    return activities.map((_, index) => ({ id: String(index) }));
  }

  override async updateActivity(): Promise<undefined> {}
  override async deleteActivity(): Promise<void> {}
  override async continueConversation(): Promise<void> {}
}

function anActivity(fields: object = {}): object {
  return {
    ...{ type: 'message', id: 'a1', channelId: 'msteams', serviceUrl: 'https://smba.example/', text: 'halo' },
    ...{ conversation: { id: 'c1' }, from: { id: 'u1' }, recipient: { id: 'bot' }, locale: 'id-ID' },
    ...fields,
  };
}

describe('/api/messages', () => {
  let [plain, registered]: TestApp[] = [];
  beforeAll(async () => {
    plain = await startTestApp();
    registered = await startTestApp({ config: { botService: REGISTRATION } });
  });
  afterAll(async () => {
    await plain?.remove();
    await registered?.remove();
  });

  it('does not exist for an operator who has not registered', async () => {
    expect((await call(`${plain?.url}/api/messages`, { body: anActivity() })).status).toBe(404);
  });

  it('takes nothing without the token of the service', async () => {
    const tokens = ['Bearer', 'Bearer x', 'Bearer a.b.c', 'Basic eDp5', 'Bearer undefined', ''];
    for (const authorization of [undefined, ...tokens]) {
      const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
      const { status, body } = await call(`${registered?.url}/api/messages`, { body: anActivity(), headers });
      const refused = { error: { code: 'Unauthorized', message: 'The token does not count here.' } };
      expect([authorization, status, body]).toEqual([authorization, 401, refused]);
    }
  });

  it('takes nothing that claims to come from a channel of our own, nor what is no activity', async () => {
    const post = async (body: unknown) => (await call(`${registered?.url}/api/messages`, { body })).status;
    for (const channelId of ['directline', 'webchat', 'whatsapp', 'WhatsApp'])
      expect([channelId, await post(anActivity({ channelId }))]).toEqual([channelId, 403]);
    for (const broken of [
      '{',
      '[]',
      '7',
      {},
      anActivity({ from: 'me' }),
      anActivity({ serviceUrl: 'http://10.0.0.1/' }),
    ])
      expect(await post(broken)).toBe(400);
  });
});

describe('a turn of the service', () => {
  const chats = testChats();
  let chat: TestChat;
  beforeAll(async () => {
    chat = await chats.start();
  });

  async function say(fields: object, bot = testBot): Promise<Azure['sent']> {
    const azure = new Azure();
    const context = new TurnContext(azure, readActivity(anActivity(fields)));
    const talks = openBotServiceTalks(chat.storage.db, (talk, said) => caseOfFault(testCaseDesk(), talk, said));
    const log = pino({ level: 'silent' });
    const apologise = (language: 'id' | 'en', number: string) =>
      `${language === 'id' ? 'maaf' : 'sorry'} ${number.slice(0, 4)}`;
    await takeTurn<TalkStore>(context, { bot, talks, apologise, clock: () => new Date(), log, turnLimitMs: 500 });
    return azure.sent;
  }

  it('is answered, and remembered by the next', async () => {
    expect(await say({ id: '1', text: 'satu' })).toEqual(['0: satu']);
    expect(await say({ id: '2', text: 'dua' })).toEqual(['1: dua']);
  });

  it('that is delivered twice is taken once', async () => {
    const conversation = { id: 'twice' };
    const sent = await Promise.all([say({ id: '7', conversation }), say({ id: '7', conversation })]);
    expect(sent.flat()).toEqual(['0: halo']);
    expect(await say({ id: '8', conversation })).toEqual(['1: halo']);
  });

  it('knows nothing of a web talk, and a web talk nothing of it, though their ids are the same', async () => {
    const talk = await beginTalk(chat.url);
    await talk.say('on the web');
    await talk.readMany(3);
    const same = { conversation: { id: talk.conversationId }, from: { id: talk.userId } };
    expect(await say({ id: '1', ...same })).toEqual(['0: halo']);
    await talk.say('again');
    expect(texts(await talk.readMany(5)).at(-1)).toBe('2: again');
  });

  it('of a bot that breaks or hangs ends with an apology and a case, and nothing of it is kept', async () => {
    const conversation = { id: 'broken' };
    expect(await say({ id: '1', conversation, text: 'fail' })).toEqual(['maaf FTA-']);
    expect(await say({ id: '2', conversation, text: 'hang', locale: 'en-US' })).toEqual(['sorry FTA-']);
    expect(await say({ id: '3', conversation })).toEqual(['0: halo']);
  });
});
