import { randomBytes, randomUUID } from 'node:crypto';
import { afterAll, beforeAll } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import { caseOfFault } from '../../../src/cases/index.ts';
import { openWebChat } from '../../../src/channels/directLine/index.ts';
import { LIMITS, type Limits } from '../../../src/channels/directLine/limits.ts';
import type { WebTalks } from '../../../src/channels/directLine/talks.ts';
import { createHttpServer, createMetrics } from '../../../src/channels/http/index.ts';
import type { Turns } from '../../../src/channels/turns/turns.ts';
import type { TalkStore } from '../../../src/conversation/talkStore.ts';
import { createLog } from '../../../src/createLog.ts';
import { openStorage, type Storage } from '../../../src/storage/index.ts';
import { openTurns, openWebTalks } from '../../../src/storage/talks/index.ts';
import { testCaseDesk } from '../../support/testCaseDesk.ts';
import { createTestDatabase, type TestDatabase } from '../../support/testDatabase.ts';
import { testBot } from './testBot.ts';

/** A server with nothing but the web chat. */
export interface TestChat {
  readonly url: string;
  readonly port: number;
  readonly storage: Storage;
  readonly talks: WebTalks;
  readonly turns: Turns<TalkStore>;
  /** Everything that was logged, as text. */
  readonly logged: () => string;
  stop(): Promise<void>;
}

export interface TestChatOptions {
  readonly databaseUrl: string;
  readonly bot?: (context: TurnContext, talk: TalkStore) => Promise<void>;
  readonly limits?: Partial<Limits>;
  readonly clock?: () => Date;
  readonly port?: number;
  /** Replaces some of what storage does, to have it fail. */
  readonly talks?: Partial<WebTalks>;
  readonly turnLimitMs?: number;
  readonly publicUrl?: string;
}

/** Chats on one database, of a test file's own. */
export interface TestChats {
  databaseUrl(): string;
  start(options?: Omit<TestChatOptions, 'databaseUrl'>): Promise<TestChat>;
}

/** Called at the top of a test file: makes its database, and afterwards stops whatever was started and drops it. */
export function testChats(): TestChats {
  const chats: TestChat[] = [];
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(async () => {
    await Promise.all(chats.map((chat) => chat.stop()));
    await database.drop();
  });
  return {
    databaseUrl: () => database.url,
    async start(options = {}) {
      const chat = await startTestChat({ databaseUrl: database.url, ...options });
      chats.push(chat);
      return chat;
    },
  };
}

/** No one is limited unless a test says so. */
const UNLIMITED = { times: 1_000_000, inSeconds: 60 };
const NO_LIMITS: Limits = {
  ...LIMITS,
  tokensPerAddress: UNLIMITED,
  conversationsPerExporter: UNLIMITED,
  activitiesPerExporter: UNLIMITED,
  floodPerExporter: UNLIMITED,
  pollsPerExporter: UNLIMITED,
};

/** Starts one; several on one database are several processes as far as storage can tell. */
export async function startTestChat(options: TestChatOptions): Promise<TestChat> {
  const lines: string[] = [];
  const log = createLog('debug', { write: (line: string) => void lines.push(line) });
  const storage = await openStorage({
    databaseUrl: options.databaseUrl,
    dataDir: '/nonexistent',
    log,
    progress: () => undefined,
    randomText: randomUUID,
    isClaimed: false,
  });
  const talks = { ...openWebTalks(storage.db), ...options.talks };
  const turns = openTurns(storage.db, 'web', (talk, said) => caseOfFault(testCaseDesk(), talk, said));
  const channel = await openWebChat({
    talks,
    turns,
    announcements: storage.announcements,
    bot: options.bot ?? testBot,
    secret: 'a secret for tests that is long enough',
    clock: options.clock ?? (() => new Date()),
    random: randomBytes,
    log,
    apologise: (language) => (language === 'id' ? 'maaf' : 'sorry'),
    tooFast: (language) => (language === 'id' ? 'pelan-pelan' : 'slow down'),
    limits: { ...NO_LIMITS, ...options.limits },
    ...(options.turnLimitMs !== undefined && { turnLimitMs: options.turnLimitMs }),
    stopPatienceMs: 300,
    publicUrl: options.publicUrl,
  });
  const server = createHttpServer({
    channels: [channel],
    log,
    metrics: createMetrics(),
    newId: randomUUID,
    elapsed: () => performance.now(),
    isHttps: false,
    isBehindProxy: false,
  });
  const { port } = await server.listen(options.port ?? 0, '127.0.0.1');
  let stopped: Promise<void> | undefined;
  const stop = async () => {
    await server.stop(5_000);
    await storage.close();
  };
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    storage,
    talks,
    turns,
    logged: () => lines.join(''),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
}
