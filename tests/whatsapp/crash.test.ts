import { mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type GraphStandIn, type Posted, startGraphStandIn } from '../support/graphStandIn.ts';
import { endMains, type MainProcess, startMain } from '../support/mainProcess.ts';
import { SHARED_MODELS } from '../support/sharedModels.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';
import { NUMBER, payloadOf, postWebhook, textFrom } from '../support/whatsAppPhone.ts';

const PEOPLE = 40;

let database: TestDatabase;
let graph: GraphStandIn;
let dataDir: string;

beforeAll(async () => {
  database = await createTestDatabase();
  graph = await startGraphStandIn(NUMBER.accessToken);
  dataDir = await mkdtemp(join(tmpdir(), 'fta-test-crash-'));
  await symlink(SHARED_MODELS, join(dataDir, 'models'));
});

afterAll(async () => {
  await endMains();
  await graph.stop();
  await database.drop();
  await rm(dataDir, { recursive: true, force: true });
});

const aPhone = (at: number) => ({ number: `62824${String(at).padStart(8, '0')}` });
const gotBy = (at: number) => graph.taken.filter(({ body }) => body.to === aPhone(at).number);

async function startBot(): Promise<MainProcess> {
  const main = await startMain({
    env: {
      DATA_DIR: dataDir,
      DATABASE_URL: database.url,
      WHATSAPP_PHONE_NUMBER_ID: NUMBER.phoneNumberId,
      WHATSAPP_ACCESS_TOKEN: NUMBER.accessToken,
      WHATSAPP_APP_SECRET: NUMBER.appSecrets.join(','),
      WHATSAPP_VERIFY_TOKEN: NUMBER.verifyToken,
      WHATSAPP_GRAPH_URL: graph.url,
    },
  });
  await main.ready;
  return main;
}

/** As Meta does: the status is told until somebody answers 200. */
function tellStatuses(url: () => string): void {
  const tell = async (posted: Posted): Promise<void> => {
    const { biz_opaque_callback_data } = posted.body;
    const status = { id: posted.wamid, status: 'sent', biz_opaque_callback_data };
    const answered = await postWebhook(url(), payloadOf({ statuses: [status] })).catch(() => undefined);
    if (answered?.status !== 200) setTimeout(() => void tell(posted), 200);
  };
  graph.onTaken = (posted) => void tell(posted);
}

async function until(isSo: () => boolean, patienceMs: number): Promise<void> {
  const end = Date.now() + patienceMs;
  while (!isSo()) {
    if (Date.now() > end) throw new Error('It never was so.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('kill -9', () => {
  it('after the 200 and before or while the replies go out: everybody is answered, and once', async () => {
    let bot = await startBot();
    tellStatuses(() => bot.url);
    const messages = Array.from({ length: PEOPLE }, (_, at) => textFrom(aPhone(at), 'form apa ke jepang?'));
    for (const message of messages)
      expect((await postWebhook(bot.url, payloadOf({ messages: [message] }))).status).toBe(200);
    for (const share of [0, 0.25, 0.6]) {
      await until(() => graph.taken.length >= PEOPLE * share, 60_000);
      bot.signal('SIGKILL');
      await bot.ended;
      bot = await startBot();
    }
    await until(() => messages.every((_, at) => gotBy(at).length > 0), 90_000);
    // A second delivery by Meta of what was answered changes nothing either.
    await postWebhook(bot.url, payloadOf({ messages }));
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(messages.map((_, at) => gotBy(at).length)).toEqual(messages.map(() => 1));
  }, 240_000);
});
