import { type Kysely, sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/** Either end of the same thing: what can run a query. */
export type Queries = Kysely<Tables> | Transaction<Tables>;

/**
 * Waits until no other turn of the conversation runs, in any process, and keeps others waiting until commit.
 *
 * It is not the lock under which activities are appended: posting never waits for a turn.
 */
export async function lockTurns(transaction: Transaction<Tables>, conversationKey: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`turn ${conversationKey}`}, 0))`.execute(transaction);
}

/**
 * Whether a query failed because the database went away or was too busy, and not because of what was asked.
 *
 * Such work is tried again later as it is.
 */
export function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  return (
    /^(08|40|53|57P|ECONN|EPIPE|ETIMEDOUT)/.test(code) || /connection terminated|timeout exceeded/i.test(error.message)
  );
}

/** Whether the database cut this work off because it and another waited for each other; it can go again at once. */
export function isDeadlock(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '40P01';
}
