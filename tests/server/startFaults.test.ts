import { once } from 'node:events';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { type Account, normalAccount } from '../support/accounts.ts';
import { type DataFolder, makeDataFolder } from '../support/dataFolder.ts';
import { endMains, startMain } from '../support/mainProcess.ts';
import { createTestDatabase, type TestDatabase } from '../support/testDatabase.ts';

// Each start is a process of its own, which on a busy machine learns for a minute.
jest.setTimeout(300_000);

/** A port of the machine at which nobody listens. */
const NOBODY = 9;

let folder: DataFolder;
let database: TestDatabase;
let silent: Server;
let unanswered: Promise<string[]>[];
beforeAll(async () => {
  [folder, database] = await Promise.all([makeDataFolder(), createTestDatabase()]);
  silent = createServer();
  const ports = [await listening(silent), NOBODY];
  // They wait ten seconds each: the other tests run meanwhile.
  unanswered = ports.map((port) => faultsOf({ DATABASE_URL: `postgres://fta:geheim@127.0.0.1:${port}/fta` }));
});
afterAll(async () => {
  await endMains();
  silent.close();
  await database.drop();
  await folder.remove();
});

/** Starts the bot where it cannot start; what it says on stderr, line by line. */
async function faultsOf(env: Record<string, string>, as?: Account): Promise<string[]> {
  const main = await startMain({
    env: { DATA_DIR: folder.path, DATABASE_URL: database.url, ...env },
    ...(as && { as }),
  });
  const code = await main.ended;
  expect(code).toBe(1);
  return main.stderr().split('\n').slice(0, -1);
}

function listening(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  return once(server, 'listening').then(() => (server.address() as AddressInfo).port);
}

function urlWith(change: (url: URL) => void): string {
  const url = new URL(database.url);
  change(url);
  return url.href;
}

describe('a start that fails', () => {
  it('names the port that is used, and the address that is not ours', async () => {
    const server = createServer();
    const port = await listening(server);
    expect(await faultsOf({ PORT: String(port) })).toEqual([
      `Port ${port} of 127.0.0.1 is in use: stop what uses it, or set another PORT.`,
    ]);
    server.close();
    expect(await faultsOf({ HOST: '203.0.113.1' })).toEqual([
      'HOST 203.0.113.1 is no address of this machine: use 127.0.0.1 or 0.0.0.0.',
    ]);
  });

  it('names the folder that cannot be written', async () => {
    const closed = join(folder.path, 'closed');
    await mkdir(closed);
    await chmod(closed, 0o500);
    const inside = join(closed, 'data');
    expect(await faultsOf({ DATA_DIR: inside }, normalAccount)).toEqual([
      `DATA_DIR ${inside} cannot be written (EACCES): free it, or set another folder.`,
    ]);
    const file = join(folder.path, 'file');
    await writeFile(file, '');
    expect(await faultsOf({ DATA_DIR: join(file, 'data') })).toEqual([
      `DATA_DIR ${join(file, 'data')} cannot be written (ENOTDIR): free it, or set another folder.`,
    ]);
  });

  it('says that the database refuses us, without telling the password', async () => {
    const wrong = urlWith((url) => {
      url.password = 'geheim';
    });
    const [line = '', ...more] = await faultsOf({ DATABASE_URL: wrong });
    expect(line).toMatch(
      /^DATABASE_URL: the server .+ refuses us \(password authentication failed .+\): check the URL\.$/,
    );
    expect([line.includes('geheim'), more]).toEqual([false, []]);
    const missing = urlWith((url) => {
      url.pathname = '/nowhere';
    });
    expect(await faultsOf({ DATABASE_URL: missing })).toEqual([
      expect.stringMatching(/^DATABASE_URL: .+ refuses us \(database "nowhere" does not exist\): check the URL\.$/),
    ]);
  });

  it('says that a newer version has used the database', async () => {
    const newer = await createTestDatabase();
    const client = new pg.Client({ connectionString: newer.url });
    await client.connect();
    await client.query(
      'create table kysely_migration (name varchar(255) primary key, timestamp varchar(255) not null)',
    );
    await client.query(`insert into kysely_migration values ('9999-from-the-future', '2030-01-01T00:00:00.000Z')`);
    await client.end();
    expect(await faultsOf({ DATABASE_URL: newer.url })).toEqual([
      'The database was used by a newer version: start that version, or restore a backup made before it.',
    ]);
    await newer.drop();
  });

  it('names each half of a configuration, all at once', async () => {
    const faults = await faultsOf({
      WHATSAPP_APP_SECRET: 'geheim',
      SMTP_URL: 'smtp://localhost',
      MicrosoftAppId: 'no guid',
      PORT: '70000',
    });
    expect(faults.length).toBeGreaterThan(5);
    for (const line of faults) expect(line).toMatch(/^[A-Za-z_]+ (is|cannot).{5,120}\.$/);
    expect(faults.join()).not.toContain('geheim');
  });

  it('says that the kept secret was cut short', async () => {
    const cut = await makeDataFolder();
    await writeFile(join(cut.path, 'secret'), 'abc');
    expect(await faultsOf({ DATA_DIR: cut.path })).toEqual([
      `${join(cut.path, 'secret')} is shorter than 32 characters: restore it, or remove it.`,
    ]);
    await cut.remove();
  });

  it('says that the database does not answer, whether somebody is silent there or nobody', async () => {
    const line = expect.stringMatching(
      /^DATABASE_URL: the server \S+:\d+ does not answer within 10 s: is it running\?$/,
    );
    expect(await Promise.all(unanswered)).toEqual([[line], [line]]);
  });
});
