import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { APPLICATION_NAME } from '../applicationName.ts';
import { findPostmaster } from './postmaster.ts';

const LOOK_EVERY_MS = 20;
const LEAVING_LOOKS = 25;
const STOPPING_LOOKS = 1_500;

/**
 * Stops the server of a cluster when no process of ours is connected to it any more: whoever leaves last turns off
 * the light, be it the bot or a command that ran beside it.
 */
export async function stopWhenLast(cluster: string, url: string): Promise<void> {
  if (await hasOthers(url)) return;
  const postmaster = findPostmaster(cluster);
  if (!postmaster) return;
  // SIGINT is PostgreSQL's "fast": sessions are cut, the disk is left tidy.
  process.kill(postmaster.pid, 'SIGINT');
  for (let look = 0; look < STOPPING_LOOKS && findPostmaster(cluster)?.pid === postmaster.pid; look += 1)
    await sleep(LOOK_EVERY_MS);
}

/** Our own sessions, just closed, take a moment to vanish. */
async function hasOthers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    for (let look = 0; look < LEAVING_LOOKS; look += 1) {
      if ((await countOurs(client)) === 0) return false;
      await sleep(LOOK_EVERY_MS);
    }
    return true;
  } catch {
    // A server that does not answer is nobody's any more.
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function countOurs(client: pg.Client): Promise<number> {
  const { rows } = await client.query(
    'select count(*)::int as count from pg_stat_activity where starts_with(application_name, $1)',
    [APPLICATION_NAME],
  );
  return rows[0].count;
}
