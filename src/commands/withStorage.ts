import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { type Config, readConfig } from '../config.ts';
import { openDataDir } from '../openDataDir.ts';
import { openStorage, type Storage } from '../storage/index.ts';

/** Letters and digits that nobody can guess. */
export function randomText(): string {
  return randomBytes(32).toString('hex');
}

/** Opens the database of this installation beside the running server, and closes it again whatever happens. */
export async function withStorage(run: (storage: Storage, config: Config) => Promise<void>): Promise<void> {
  const config = readConfig();
  await openDataDir(config.dataDir);
  const storage = await openStorage({
    ...config,
    log: pino({ level: 'silent' }),
    progress: (line) => process.stderr.write(`${line}\n`),
    randomText,
    isClaimed: false,
  });
  try {
    await run(storage, config);
  } finally {
    await storage.close();
  }
}
