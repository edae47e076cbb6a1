import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startEmbeddedPostgres } from '../../src/storage/index.ts';

/** Where the files of the tests find the one server that all of them share. */
export const SERVER_URL_NAME = 'FTA_TEST_DATABASE_SERVER';

/**
 * Starts one PostgreSQL for all test files, without waiting for the disk.
 *
 * @returns stops it and removes its files
 */
export async function startTestServer(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'fta-test-server-'));
  const server = await startEmbeddedPostgres({
    dataDir,
    log: pino({ level: 'silent' }),
    progress: () => undefined,
    randomText: () => 'onlyForTests',
    isDurable: false,
  });
  process.env[SERVER_URL_NAME] = server.url;
  return async () => {
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
