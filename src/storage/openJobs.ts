import { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { APPLICATION_NAME } from './applicationName.ts';

/** Work that is done again and again, by one process at a time. */
export interface Job {
  /** Letters and hyphens. */
  readonly name: string;
  /** Five fields, in WIB. */
  readonly cron: string;
  readonly run: () => Promise<void>;
}

const STOP_PATIENCE_MS = 5_000;
const EXPIRES_IN_SECONDS = 600;
const LOOK_EVERY_SECONDS = 5;
const MOST_CONNECTIONS = 3;

/**
 * Runs jobs by pg-boss: whichever process is free takes one, and one that dies with its process is run again. What a
 * job does must bear being done twice.
 *
 * It brings a few connections of its own: it sends several statements at once and needs the rows of each, and Kysely
 * hands on those of one statement only.
 *
 * @returns stops them, waiting for those that run
 */
export async function openJobs(url: string, jobs: readonly Job[], log: Logger): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: APPLICATION_NAME,
    max: MOST_CONNECTIONS,
    schema: 'jobs',
  });
  boss.on('error', (error) => log.error({ err: error }, 'jobs: pg-boss stumbled'));
  await boss.start();
  for (const job of jobs) await begin(boss, job);
  return () => boss.stop({ graceful: true, timeout: STOP_PATIENCE_MS });
}

async function begin(boss: PgBoss, { name, cron, run }: Job): Promise<void> {
  // `singleton`: while one is at work, no second one begins
  await boss.createQueue(name, {
    policy: 'singleton',
    expireInSeconds: EXPIRES_IN_SECONDS,
    deleteAfterSeconds: 86_400,
  });
  await boss.work(name, { pollingIntervalSeconds: LOOK_EVERY_SECONDS }, run);
  await boss.schedule(name, cron, null, { tz: 'Asia/Jakarta' });
}
