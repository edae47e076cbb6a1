import { randomBytes, randomUUID } from 'node:crypto';
import { pino } from 'pino';
import { type App, startApp } from '../../src/app.ts';
import type { AppDependencies } from '../../src/appDependencies.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { makeDataFolder } from './dataFolder.ts';
import { createTestDatabase } from './testDatabase.ts';

/** The real app on a free port, with a database and a folder of its own. */
export interface TestApp extends App {
  config: Config;
  /** Stops the app and removes what it kept. */
  remove(): Promise<void>;
}

/** What a test may set differently. */
export interface TestAppOptions {
  config?: Partial<Config>;
  deps?: Partial<AppDependencies>;
}

/**
 * Starts the real thing, as `npm start` does, on the shared test server.
 *
 * @example
 * const app = await startTestApp();
 * await fetch(`${app.url}/healthz`);
 * await app.remove();
 */
export async function startTestApp({ config = {}, deps = {} }: TestAppOptions = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const { path: dataDir, remove } = await makeDataFolder();
  const whole: Config = { ...readConfig({}), port: 0, dataDir, databaseUrl: database.url, ...config };
  const app = await startApp(whole, { ...testDependencies(), ...deps });
  return {
    ...app,
    config: whole,
    async remove() {
      await app.stop();
      await database.drop();
      await remove();
    },
  };
}

/** The world as `main.ts` gives it, without its voice. */
export function testDependencies(): AppDependencies {
  return {
    log: pino({ level: 'silent' }),
    progress: () => undefined,
    now: () => new Date(),
    elapsed: () => performance.now(),
    newId: randomUUID,
    randomText: () => randomBytes(32).toString('hex'),
    randomBytes,
  };
}
