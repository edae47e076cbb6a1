import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import { pino } from 'pino';
import { caseOfFault } from '../../../src/cases/index.ts';
import { createHttpServer, createMetrics, healthChannel } from '../../../src/channels/http/index.ts';
import { openWhatsApp, whatsAppFigures } from '../../../src/channels/whatsapp/index.ts';
import type { Untold } from '../../../src/channels/whatsapp/send/outbox.ts';
import type { TalkStore } from '../../../src/conversation/talkStore.ts';
import { openTurns, openWhatsAppInbox, openWhatsAppOutbox, type Storage } from '../../../src/storage/index.ts';
import { eventually } from '../../support/eventually.ts';
import { type GraphStandIn, type Posted, startGraphStandIn } from '../../support/graphStandIn.ts';
import { testCaseDesk } from '../../support/testCaseDesk.ts';
import { openTestStorage, type TestStorage } from '../../support/testStorage.ts';
import { contactOf, NUMBER, type Phone, payloadOf, postWebhook, textFrom } from '../../support/whatsAppPhone.ts';
import { messageFaults } from './messageFaults.ts';

/** Nothing but WhatsApp, with a bot that repeats what it hears, and a clock that a test may move. */
export interface TestWhatsApp {
  readonly url: string;
  readonly graph: GraphStandIn;
  readonly storage: Storage;
  readonly logged: () => string;
  readonly undelivered: Untold[];
  /** Moves the clock. */
  pass(milliseconds: number): void;
  now(): Date;
  say(phone: Phone, text: string): Promise<void>;
  /** Posts one change of the field `messages`. */
  tell(value: object): Promise<void>;
  got(phone: Phone): Posted[];
  gets(phone: Phone, count: number): Promise<Posted[]>;
  /** Says something unasked, as a case does. */
  tellLater(phone: Phone, text: string): Promise<void>;
  /** How a person's deliveries stand. */
  deliveries(phone: Phone): Promise<{ state: string; reason: string | null }[]>;
  sweep(): Promise<void>;
  stop(): Promise<void>;
}

export interface TestWhatsAppOptions {
  readonly bot?: (context: TurnContext, talk: TalkStore) => Promise<void>;
  readonly graphPatienceMs?: number;
  readonly now?: Date;
  readonly graph?: GraphStandIn;
  readonly accessToken?: string;
}

/** Called at the top of a test file: one database for the file; whatever was started is stopped. */
export function testWhatsApps(): { start(options?: TestWhatsAppOptions): Promise<TestWhatsApp> } {
  const started: TestWhatsApp[] = [];
  let storage: TestStorage;
  beforeAll(async () => {
    storage = await openTestStorage();
  });
  afterAll(async () => {
    for (const one of started) await one.stop();
    await storage.remove();
  });
  return {
    async start(options = {}) {
      const one = await startTestWhatsApp(storage, options);
      started.push(one);
      return one;
    },
  };
}

/** Repeats, in the language of the exporter; buttons when asked for. */
export async function repeatingBot(context: TurnContext, talk: TalkStore): Promise<void> {
  const { activity } = context;
  if (activity.type === 'conversationUpdate') return void (await context.sendActivity('welcome'));
  if (activity.text === 'fail') throw new Error('the bot is broken');
  if (activity.text === 'slow') await sleep(400);
  if (activity.text === 'stop') await talk.save({ isStopped: true }, 'id');
  else if (activity.text === 'english') await talk.save({ isStopped: false }, 'en');
  else await talk.save({ isStopped: false });
  if (activity.text === 'two') await context.sendActivity('first');
  if (activity.text === 'long') return void (await context.sendActivity('Kalimat panjang sekali. '.repeat(300)));
  if (activity.text === 'buttons') return void (await context.sendActivity(withButtons()));
  const attached = activity.attachments?.[0]?.contentType;
  const heard = activity.value ? JSON.stringify(activity.value) : (activity.text ?? '');
  await context.sendActivity(attached ? `${attached} ${heard}`.trim() : `you said ${heard}`);
}

function withButtons() {
  const actions = ['Satu', 'Dua'].map((title) => ({ type: 'messageBack', title, value: { do: 'talk', about: title } }));
  return { type: 'message', text: 'Pilih.', suggestedActions: { to: [], actions } };
}

async function startTestWhatsApp(storage: TestStorage, options: TestWhatsAppOptions): Promise<TestWhatsApp> {
  const lines: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) });
  const graph = options.graph ?? (await startGraphStandIn(NUMBER.accessToken));
  const begun = Date.now();
  let moved = (options.now?.getTime() ?? begun) - begun;
  const clock = () => new Date(Date.now() + moved);
  const undelivered: Untold[] = [];
  const metrics = createMetrics();
  const outbox = openWhatsAppOutbox(storage.db, NUMBER.phoneNumberId);
  const turns = openTurns(storage.db, 'whatsapp', (talk, said) => caseOfFault(testCaseDesk(), talk, said));
  const newKey = () => randomBytes(12).toString('hex');
  const tooFast = () => 'pelan-pelan';
  const { channel, check, sweep } = await openWhatsApp<TalkStore>({
    number: { ...NUMBER, graphUrl: graph.url, accessToken: options.accessToken ?? NUMBER.accessToken },
    inbox: openWhatsAppInbox(storage.db, { phoneNumberId: NUMBER.phoneNumberId, newKey, tooFast }),
    outbox,
    turns,
    announcements: storage.announcements,
    bot: options.bot ?? repeatingBot,
    words: (language, key) => `${key} ${language}`,
    invitation: (language, number) => `${language} ${number ?? 'question'}`,
    apologise: (language) => (language === 'id' ? 'maaf' : 'sorry'),
    onUndelivered: async (untold) => void undelivered.push(untold),
    clock,
    chance: Math.random,
    newKey,
    log,
    figures: whatsAppFigures(metrics.registry),
    ...(options.graphPatienceMs !== undefined && { graphPatienceMs: options.graphPatienceMs }),
  });
  const server = createHttpServer({
    channels: [channel, healthChannel([check])],
    log,
    metrics,
    newId: randomUUID,
    elapsed: () => performance.now(),
    isHttps: false,
    isBehindProxy: false,
  });
  const { port } = await server.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;
  const tell = async (value: object) => {
    const { status } = await postWebhook(url, payloadOf(value));
    expect(status).toBe(200);
  };
  const got = ({ number, userId }: Phone) =>
    graph.taken.filter(({ body }) => (number ? body.to === number : body.recipient === userId));
  const talkOf = async ({ number, userId }: Phone) => {
    const person = await storage.db
      .selectFrom('whatsapp_people')
      .select('conversation_key')
      .where(number ? 'phone' : 'user_id', '=', (number || userId) ?? '')
      .executeTakeFirst();
    return person?.conversation_key ?? '';
  };
  let isStopped = false;
  return {
    url,
    graph,
    storage,
    undelivered,
    tell,
    got,
    sweep,
    logged: () => lines.join(''),
    now: clock,
    pass(milliseconds) {
      moved += milliseconds;
    },
    say: (phone, text) => tell({ contacts: [contactOf(phone)], messages: [textFrom(phone, text, clock())] }),
    gets: (phone, count) =>
      eventually(
        async () => got(phone),
        (all) => all.length >= count,
      ),
    async tellLater(phone, text) {
      await turns.say(await talkOf(phone), [{ type: 'message', text }], clock());
    },
    async deliveries(phone) {
      return storage.db
        .selectFrom('whatsapp_deliveries')
        .select(['state', 'reason'])
        .where('conversation_key', '=', await talkOf(phone))
        .orderBy('sequence')
        .execute();
    },
    async stop() {
      if (isStopped) return;
      isStopped = true;
      await server.stop(9_000);
      if (!options.graph) await graph.stop();
      const wrong = graph.requests.filter((body) => body.status === undefined).flatMap(messageFaults);
      expect(wrong).toEqual([]);
    },
  };
}

/** The words of a message, of whichever kind. */
export function wordsOf({ body }: Posted): string {
  const { text, interactive, template } = body as {
    text?: { body: string };
    interactive?: { body: { text: string } };
    template?: { components: { parameters: { text: string }[] }[] };
  };
  return text?.body ?? interactive?.body.text ?? `template ${template?.components[0]?.parameters[0]?.text}`;
}
