import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { pino } from 'pino';
import { openWords } from '../src/answers/index.ts';
import { openWebChat } from '../src/channels/directLine/index.ts';
import { LIMITS } from '../src/channels/directLine/limits.ts';
import { createHttpServer, createMetrics } from '../src/channels/http/index.ts';
import { type Bot, createBot, type Published } from '../src/conversation/index.ts';
import { caseDesk } from '../src/startCases.ts';
import { openStorage, openTurns, openWebTalks } from '../src/storage/index.ts';
import { createTestDatabase } from '../tests/support/testDatabase.ts';
import { startTestServer } from '../tests/support/testServer.ts';
import type { Load, Seen } from './turnClients.ts';

const LOAD = { talks: 16, turnsATalk: 30 } as const;
const QUESTIONS = [
  'form apa ke Chile?',
  'mau ekspor gula semut ke Hungaria',
  'kalau ke Jepang?',
  'cara urus ska',
  'apa itu hs?',
];

const SECRET = 'a secret for the bench alone';
const clock = () => new Date();
const UNLIMITED = { times: 1_000_000, inSeconds: 60 };
const NO_LIMITS = {
  ...LIMITS,
  tokensPerAddress: UNLIMITED,
  conversationsPerExporter: UNLIMITED,
  activitiesPerExporter: UNLIMITED,
  floodPerExporter: UNLIMITED,
  pollsPerExporter: UNLIMITED,
};

/** The whole way of a turn through Direct Line and storage, by our bot and by one that only repeats what is said. */
export interface TurnFigures {
  readonly ours: Seen;
  readonly echo: Seen;
}

/** Measures both on the same server, store and machine, one after the other; the clients run in a thread of their own. */
export async function benchTurns(published: Published, onProgress: (line: string) => void): Promise<TurnFigures> {
  const stopServer = await startTestServer();
  const echo = await measureBot(echoBot);
  onProgress(`echo bot: ${echo.turnsASecond} turns a second`);
  const ours = await measureBot(createBot(deskOf(published)));
  onProgress(`our bot: ${ours.turnsASecond} turns a second`);
  await stopServer();
  return { ours, echo };
}

const echoBot: Bot = async (context) => {
  if (context.activity.type === 'message') await context.sendActivity(context.activity.text ?? '');
};

function deskOf(published: Published) {
  const words = openWords();
  const cases = caseDesk({
    ...{ knowledge: () => published.knowledge, words, clock, random: randomBytes, secret: SECRET },
    publicUrl: () => 'http://localhost:3978',
    centreAddress: 'desk@fta.example',
  });
  return { published: () => published, words, clock, cases };
}

async function measureBot(bot: Bot): Promise<Seen> {
  const database = await createTestDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'fta-bench-turns-'));
  const log = pino({ level: 'silent' });
  const storage = await openStorage({
    ...{ databaseUrl: database.url, dataDir, log, progress: () => undefined, randomText: randomUUID, isClaimed: false },
  });
  const channel = await openWebChat({
    ...{ bot, clock, random: randomBytes, log, secret: SECRET, limits: NO_LIMITS, publicUrl: undefined },
    talks: openWebTalks(storage.db),
    turns: openTurns(storage.db, 'web', () => {
      throw new Error('a turn of the bench failed');
    }),
    announcements: storage.announcements,
    apologise: () => 'maaf',
    tooFast: () => 'pelan-pelan',
  });
  const server = createHttpServer({
    ...{ channels: [channel], log, metrics: createMetrics(), newId: randomUUID, isHttps: false, isBehindProxy: false },
    elapsed: () => performance.now(),
  });
  const { port } = await server.listen(0, '127.0.0.1');
  const seen = await runClients({ ...LOAD, url: `http://127.0.0.1:${port}`, questions: QUESTIONS });
  await server.stop(5_000);
  await storage.close();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
  return seen;
}

function runClients(load: Load): Promise<Seen> {
  const { promise, resolve, reject } = Promise.withResolvers<Seen>();
  const worker = new Worker(new URL('./turnClients.ts', import.meta.url), { workerData: load });
  worker.once('message', resolve);
  worker.once('error', reject);
  return promise;
}
