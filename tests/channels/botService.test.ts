import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Activity, BotAdapter, type ResourceResponse, TurnContext } from 'botbuilder-core';
import { pino } from 'pino';
import { openWords } from '../../src/answers/index.ts';
import { caseOfFault, openStaffDesk } from '../../src/cases/index.ts';
import { readActivity } from '../../src/channels/botFramework/readActivity.ts';
import { takeTurn } from '../../src/channels/botFramework/takeTurn.ts';
import { createBot, type TalkStore } from '../../src/conversation/index.ts';
import { readShipped } from '../../src/published.ts';
import { openBotServiceTalks, openCaseStore } from '../../src/storage/index.ts';
import { beginTalk, call, texts } from '../directLine/support/rawClient.ts';
import { testBot } from '../directLine/support/testBot.ts';
import { type TestChat, testChats } from '../directLine/support/testChat.ts';
import { SHARED_DATA } from '../support/sharedModels.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { testCaseDesk } from '../support/testCaseDesk.ts';

const ID = '11111111-2222-3333-4444-555555555555';
const REGISTRATION = { appId: ID, appPassword: 'geheim', appType: 'SingleTenant', tenantId: ID } as const;

/** Azure, as far as a turn can see: takes what is sent. */
class Azure extends BotAdapter {
  readonly sent: (string | undefined)[] = [];
  readonly whole: Partial<Activity>[] = [];

  override async sendActivities(_context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.sent.push(...activities.map(({ text, type }) => text ?? type));
    this.whole.push(...activities);
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
    return (await take(fields, bot)).sent;
  }

  async function take(fields: object, bot = testBot): Promise<Azure> {
    const azure = new Azure();
    const context = new TurnContext(azure, readActivity(anActivity(fields)));
    const talks = openBotServiceTalks(chat.storage.db, (talk, said) => caseOfFault(testCaseDesk(), talk, said));
    const log = pino({ level: 'silent' });
    const apologise = (language: 'id' | 'en', number: string) =>
      `${language === 'id' ? 'maaf' : 'sorry'} ${number.slice(0, 4)}`;
    await takeTurn<TalkStore>(context, { bot, talks, apologise, clock: () => new Date(), log, turnLimitMs: 500 });
    return azure;
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

  it('of the real bot hands the talk over when a case is opened, and tells how the handoff goes', async () => {
    const published = await readShipped({ dataDir: SHARED_DATA });
    const cases = testCaseDesk({ clock: () => new Date() });
    const bot = createBot({ published: () => published, words: openWords(), clock: () => new Date(), cases });
    const staff = openStaffDesk(cases, openCaseStore(chat.storage.db, chat.storage.announcements));
    const conversation = { id: 'handed over' };
    let count = 0;
    const hear = async (fields: object) =>
      (await take({ id: `h${++count}`, conversation, ...fields }, bot as typeof testBot)).whole;
    const events = (all: Partial<Activity>[]) => all.filter(({ type }) => type === 'event');

    await hear({ text: 'mau bicara dengan petugas' });
    await hear({ text: 'SKA saya ditolak, telepon 0812-3456-7890' });
    for (const text of ['mebel ke Jepang', 'CV Sari Rasa, Kudus']) expect(events(await hear({ text }))).toEqual([]);
    await hear({ text: 'lewati' });
    const opened = await hear({ text: 'setuju dan kirim' });
    const number = /FTA-\d{4}-\d{5}/.exec(opened[0]?.text ?? '')?.[0] ?? 'none';
    expect(events(opened)).toEqual([
      expect.objectContaining({ name: 'handoff.initiate', value: expect.objectContaining({ caseNumber: number }) }),
    ]);
    const transcript = JSON.stringify(events(opened)[0]?.attachments);
    expect(transcript).toContain('mau bicara dengan petugas');
    expect(transcript).not.toContain('0812');

    await staff.ask(number, 'sari', 'Nomor PEB?');
    const asked = await hear({ text: 'halo' });
    expect(asked.some(({ text }) => text?.includes('Nomor PEB?'))).toBe(true);
    expect(events(asked)).toEqual([]);
    await staff.reply(number, 'sari', 'Tidak perlu SKA.');
    const answered = await hear({ text: 'halo' });
    expect(answered[0]?.text).toContain('Tidak perlu SKA.');
    expect(events(answered)).toEqual([
      expect.objectContaining({
        name: 'handoff.status',
        value: { state: 'completed', message: expect.stringContaining('Tidak perlu SKA.') },
      }),
    ]);
    expect(events(await hear({ text: 'halo' }))).toEqual([]);
    const thanked = await hear({ text: 'Ya, terjawab', value: { do: 'case', act: 'solved', number } });
    expect(thanked[0]?.text).toContain('selesai');
  });
});
