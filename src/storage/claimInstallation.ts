import pg from 'pg';
import { StartFault } from '../startFault.ts';
import { APPLICATION_NAME } from './applicationName.ts';

/** Any number that no other lock of this database uses. */
const LOCK = 39_780_001;

const HOLDER = `select a.application_name from pg_locks l join pg_stat_activity a using (pid)
  where l.locktype = 'advisory' and l.objid = ${LOCK} and l.granted`;

/**
 * Makes sure that one bot runs on one folder. The lock is a session: it ends with the process, however that ends.
 *
 * Commands beside the bot do not claim; several bots share a database by `DATABASE_URL`, and do not claim either.
 *
 * @returns gives the folder free
 * @throws {StartFault} when a bot runs there
 */
export async function claimInstallation(url: string, dataDir: string): Promise<() => Promise<void>> {
  const client = new pg.Client({
    connectionString: url,
    application_name: `${APPLICATION_NAME} process ${process.pid}`,
  });
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query(`select pg_try_advisory_lock(${LOCK}) as claimed`);
  if (rows[0].claimed) return () => client.end();
  const holder = (await client.query(HOLDER)).rows[0]?.application_name ?? APPLICATION_NAME;
  await client.end();
  throw new StartFault([
    `${dataDir} is in use (${holder}): stop that one first, or set another DATA_DIR and PORT, or set DATABASE_URL.`,
  ]);
}
