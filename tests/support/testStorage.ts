import { tmpdir } from 'node:os';
import { pino } from 'pino';
import { openStorage, type Storage } from '../../src/storage/index.ts';
import { createTestDatabase } from './testDatabase.ts';

/** Storage on a database of the test file's own, with its tables. */
export interface TestStorage extends Storage {
  url: string;
  /** Closes it and drops the database. */
  remove(): Promise<void>;
}

/** Opens storage as the app does, on the shared test server; on the database of another when its URL is given. */
export async function openTestStorage(url?: string): Promise<TestStorage> {
  const database = url === undefined ? await createTestDatabase() : { url, drop: async () => undefined };
  const storage = await openStorage({
    databaseUrl: database.url,
    dataDir: tmpdir(),
    log: pino({ level: 'silent' }),
    progress: () => undefined,
    randomText: () => '',
    isClaimed: false,
  });
  return {
    ...storage,
    url: database.url,
    async remove() {
      await storage.close();
      await database.drop();
    },
  };
}
