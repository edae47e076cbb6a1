import { sql } from 'kysely';
import type { Database } from './openDatabase.ts';

const MOST_BYTES = 7_999;

/**
 * Tells all instances that something changed. Inside a transaction it is heard when that commits, or never.
 *
 * @param payload at most 7,999 bytes: send keys, not contents
 * @throws {RangeError} when the payload is too long
 */
export async function notify(database: Database, channel: string, payload: string): Promise<void> {
  if (Buffer.byteLength(payload) > MOST_BYTES) throw new RangeError(`news on ${channel} is too long`);
  await sql`select pg_notify(${channel}, ${payload})`.execute(database);
}
