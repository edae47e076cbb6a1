import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';
import { PAIR_CAPACITY } from './tokens.ts';

interface Appended {
  readonly sequence: number;
  readonly direction: 'in' | 'out';
  readonly visible: boolean;
  readonly activity: string;
}

/**
 * Queues what was just said to somebody on WhatsApp, in the transaction that keeps it: whoever says something there, the
 * bot, a case or staff, has it sent, or has said nothing.
 */
export async function queueDeliveries(
  transaction: Transaction<Tables>,
  conversationKey: string,
  appended: readonly Appended[],
  now: Date,
): Promise<void> {
  const outgoing = appended.filter(({ direction, visible, activity }) => {
    return direction === 'out' && visible && JSON.parse(activity).type === 'message';
  });
  if (outgoing.length === 0) return;
  await transaction
    .insertInto('whatsapp_deliveries')
    .values(outgoing.map(({ sequence }) => ({ conversation_key: conversationKey, sequence, state: 'waiting' })))
    .execute();
  await endSilence(transaction, conversationKey);
  await openLane(transaction, conversationKey, now);
}

/** What was said while she wanted silence goes out before the answer to the word that ended it. */
async function endSilence(transaction: Transaction<Tables>, conversationKey: string): Promise<void> {
  await sql`
    update whatsapp_deliveries d set state = 'waiting', reason = null, told_at = null from conversations c
    where d.conversation_key = ${conversationKey} and d.state = 'parked' and d.reason = 'stopped'
      and c.conversation_key = d.conversation_key and not coalesce((c.state ->> 'isStopped')::boolean, false)
  `.execute(transaction);
}

/** Has somebody look at a lane now, unless they have been told to wait. */
export async function openLane(work: Transaction<Tables>, conversationKey: string, now: Date): Promise<void> {
  await sql`
    insert into whatsapp_lanes (conversation_key, send_at, pair_tokens, pair_counted_at)
    values (${conversationKey}, ${now}, ${PAIR_CAPACITY}, ${now})
    on conflict (conversation_key) do update set send_at = coalesce(whatsapp_lanes.send_at, excluded.send_at)
  `.execute(work);
}
