import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Logger } from 'pino';
import { APPLICATION_NAME } from './applicationName.ts';
import type { Tables } from './tables.ts';
import { valuePolicy } from './valuePolicy.ts';

/** The database as the rooms' stores use it. */
export type Database = Kysely<Tables>;

const MOST_CONNECTIONS = 20;

/**
 * Opens a pool of connections.
 *
 * Waiting is bounded everywhere: ten seconds for a connection, thirty for a statement, a minute for a transaction that
 * does nothing. A server that goes away makes queries fail; the pool finds it again by itself.
 */
export function openDatabase(url: string, log: Logger): Database {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: APPLICATION_NAME,
    max: MOST_CONNECTIONS,
    types: valuePolicy,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 30_000,
    idle_in_transaction_session_timeout: 60_000,
    options: '-c TimeZone=UTC',
  });
  // Without a listener, a resting connection that the server cuts would end the process.
  pool.on('error', (error: Error & { code?: string }) =>
    log.warn({ code: error.code }, 'a resting connection was cut'),
  );
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
