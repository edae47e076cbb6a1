import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { type Account, normalAccount } from '../support/accounts.ts';
import { type DataFolder, makeDataFolder } from '../support/dataFolder.ts';
import { embeddedDatabase } from '../support/embeddedDatabase.ts';
import { anExporter } from '../support/exporter.ts';
import { endMains, type MainProcess, startMain } from '../support/mainProcess.ts';

// Each start is a process of its own, which on a busy machine learns for a minute.
jest.setTimeout(300_000);

let folder: DataFolder;
beforeAll(async () => {
  folder = await makeDataFolder(normalAccount);
});
afterAll(async () => {
  await endMains();
  await folder.remove();
});

async function start(PORT: string | undefined, as: Account | undefined): Promise<MainProcess> {
  const main = await startMain({ env: { DATA_DIR: folder.path, ...(PORT && { PORT }) }, ...(as && { as }) });
  await main.ready;
  return main;
}

async function stop(main: MainProcess): Promise<void> {
  main.signal('SIGTERM');
  expect([await main.ended, main.stderr(), embeddedDatabase(folder.path).pid()]).toEqual([0, '', undefined]);
}

describe('the bot', () => {
  it('runs as a normal account, and goes on as whoever runs these tests, root or not', async () => {
    const asNormal = await start(undefined, normalAccount);
    const exporter = await anExporter(asNormal.url);
    expect((await exporter.say('form apa untuk ekspor ke Chile?'))[0]?.text).toMatch(/IC-CEPA/);
    await stop(asNormal);
    const asOurselves = await start(new URL(asNormal.url).port, undefined);
    expect((await exporter.say('kalau ke Jepang?'))[0]?.text).toMatch(/IJEPA/);
    await stop(asOurselves);
  });
});
