import { sql } from 'kysely';
import type { Queries } from '../talks/transaction.ts';

/**
 * A number may send and get 80 messages a second together. A bucket of 20 that fills by 60 never goes over it, whatever
 * second one looks at.
 */
const NUMBER_CAPACITY = 20;
const NUMBER_PER_SECOND = 60;
/** What comes in counts too, but never holds up what goes out for longer than a second. */
const DEEPEST_DEBT = -60;

/** One person may be sent one message in six seconds, and 45 in a burst. */
export const PAIR_CAPACITY = 40;
const PAIR_PER_SECOND = 1 / 6;

/** @returns milliseconds until the next one; 0: it was counted */
export async function takeNumberToken(queries: Queries, phoneNumberId: string, now: Date): Promise<number> {
  const filled = sql`least(${NUMBER_CAPACITY}::real, number.tokens
    + ${NUMBER_PER_SECOND}::real * greatest(0, extract(epoch from ${now}::timestamptz - number.counted_at))::real)`;
  const taken = await sql`
    insert into whatsapp_numbers as number (phone_number_id, tokens, counted_at)
    values (${phoneNumberId}, ${NUMBER_CAPACITY - 1}, ${now})
    on conflict (phone_number_id) do update set tokens = ${filled} - 1, counted_at = ${now}
    where ${filled} >= 1
    returning tokens
  `.execute(queries);
  return taken.rows.length > 0 ? 0 : Math.ceil(1_000 / NUMBER_PER_SECOND);
}

/** Counts what came in. */
export async function countIncoming(queries: Queries, phoneNumberId: string, messages: number): Promise<void> {
  await sql`
    update whatsapp_numbers set tokens = greatest(${DEEPEST_DEBT}::real, tokens - ${messages}::real)
    where phone_number_id = ${phoneNumberId}
  `.execute(queries);
}

/** @returns milliseconds until the next one to this person; 0: it was counted */
export async function takePairToken(queries: Queries, conversationKey: string, now: Date): Promise<number> {
  const filled = sql`least(${PAIR_CAPACITY}::real, pair_tokens
    + ${PAIR_PER_SECOND}::real * greatest(0, extract(epoch from ${now}::timestamptz - pair_counted_at))::real)`;
  const taken = await sql`
    update whatsapp_lanes set pair_tokens = ${filled} - 1, pair_counted_at = ${now}
    where conversation_key = ${conversationKey} and ${filled} >= 1
    returning pair_tokens
  `.execute(queries);
  return taken.rows.length > 0 ? 0 : Math.ceil(1_000 / PAIR_PER_SECOND);
}
