/**
 * `npm run whatsapp-simulator`: the bot, a stand-in of Meta, and a phone in the browser between them.
 *
 * Everything stays on this machine, in a folder of its own. It is how anyone tries the channel without a Meta account.
 *
 * @module
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import { startApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { exitReadably } from '../../src/exitReadably.ts';
import { openStorage } from '../../src/storage/index.ts';
import { startGraphStandIn } from '../support/graphStandIn.ts';
import { NUMBER } from '../support/whatsAppPhone.ts';
import { openPhones } from './phones.ts';
import { servePage } from './servePage.ts';
import { tellLater } from './tellLater.ts';

const BOT_PORT = 3979;
const PAGE_PORT = 3980;
const DATA_DIR = 'data/whatsapp-simulator';

await exitReadably(main);

async function main(): Promise<void> {
  const clock = movableClock();
  const log = pino({ level: 'warn', base: null });
  const graph = await startGraphStandIn(NUMBER.accessToken);
  const config = { ...readConfig({ DATA_DIR }), port: BOT_PORT, whatsApp: { ...NUMBER, graphUrl: graph.url } };
  const deps = {
    log,
    progress: say,
    now: clock.now,
    elapsed: () => performance.now(),
    newId: randomUUID,
    randomText: () => randomBytes(32).toString('hex'),
    randomBytes,
  };
  const app = await startApp(config, deps).catch(async (error) => {
    await graph.stop();
    throw error;
  });
  const storage = await openStorage({ ...deps, ...config, isClaimed: false });
  const phones = openPhones({ url: app.url, graph, clock });
  const page = await servePage({
    port: PAGE_PORT,
    folder: join(import.meta.dirname, 'page'),
    phones,
    tellLater: (number, text) => tellLater(storage.db, number, text, clock.now()),
  });
  say(`Phone: ${page.url}/`);
  say(`Web:   ${app.url}/`);
  const stop = async () => {
    await page.stop();
    await storage.close();
    await app.stop();
    await graph.stop();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** The bot's clock, which can be put forward: a day passes at a tap. */
function movableClock() {
  let moved = 0;
  return {
    now: () => new Date(Date.now() + moved),
    pass(milliseconds: number) {
      moved += milliseconds;
    },
  };
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
