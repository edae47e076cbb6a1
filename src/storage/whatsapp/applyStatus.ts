import { sql, type Transaction } from 'kysely';
import type { Failure, StatusTold } from '../../channels/whatsapp/receive/events.ts';
import type { Tables, WhatsAppMessagesTable } from '../tables.ts';
import { openLane } from './queueDeliveries.ts';

/** Heard on commit by consoles: something went further on its way to a phone. Payload: the key of its talk. */
export const DELIVERIES_TOPIC = 'deliveries';

type Work = Transaction<Tables>;

interface Message extends Pick<WhatsAppMessagesTable, 'message_key' | 'conversation_key' | 'sequence' | 'state'> {
  readonly attempts: number;
}

/** How far a message has come; statuses arrive in any order, and none leads back. */
const RANKS = { waiting: 0, sending: 0, unknown: 0, accepted: 1, sent: 2, failed: 3, delivered: 4, read: 5 };
const MOST_ATTEMPTS = 5;
const AGAIN_AFTER_MS = 30_000;

/**
 * Notes what became of a message of ours; also before the answer to its sending has come, found by our own key.
 *
 * What was sent by other means than ours is ignored.
 */
export async function applyStatus(work: Work, told: StatusTold, now: Date): Promise<void> {
  const message = await findMessage(work, told);
  if (!message) return;
  await stamp(work, message, told);
  if (RANKS[told.status] <= RANKS[message.state]) return;
  await work
    .updateTable('whatsapp_messages')
    .set({ state: told.status, error_code: told.failure?.code ?? null })
    .where('message_key', '=', message.message_key)
    .execute();
  await sql`select pg_notify(${DELIVERIES_TOPIC}, ${message.conversation_key})`.execute(work);
  if (told.failure) await afterFailure(work, message, told.failure, now);
  // A sender may be waiting for this news before it sends what comes after.
  else if (message.state === 'unknown') await hurry(work, message.conversation_key, now);
}

function findMessage(work: Work, { messageKey, wamid }: StatusTold): Promise<Message | undefined> {
  return work
    .selectFrom('whatsapp_messages')
    .select(['message_key', 'conversation_key', 'sequence', 'attempts', 'state'])
    .where((is) => is.or([is('wamid', '=', wamid), ...(messageKey ? [is('message_key', '=', messageKey)] : [])]))
    .forUpdate()
    .executeTakeFirst();
}

async function stamp(work: Work, message: Message, { status, at, wamid }: StatusTold): Promise<void> {
  const column = `${status}_at` as const;
  await work
    .updateTable('whatsapp_messages')
    .set({ [column]: sql`coalesce(${sql.ref(column)}, ${at}::timestamptz)`, wamid: sql`coalesce(wamid, ${wamid})` })
    .where('message_key', '=', message.message_key)
    .execute();
}

async function afterFailure(work: Work, message: Message, { code, next }: Failure, now: Date): Promise<void> {
  const { conversation_key: conversationKey, sequence } = message;
  if (sequence === null) return afterFailedInvitation(work, conversationKey, code);
  if (next === 'parked') {
    await work
      .updateTable('whatsapp_people')
      .set({ shut_at: now })
      .where('conversation_key', '=', conversationKey)
      .execute();
  }
  if (next === 'failed' || (next === 'again' && message.attempts >= MOST_ATTEMPTS))
    return setDelivery(work, conversationKey, sequence, 'failed', String(code));
  await work
    .updateTable('whatsapp_messages')
    .set({ state: 'waiting', wamid: null })
    .where('message_key', '=', message.message_key)
    .execute();
  await setDelivery(work, conversationKey, sequence, 'waiting', null);
  const delay = next === 'again' ? AGAIN_AFTER_MS * message.attempts : 0;
  await openLane(work, conversationKey, new Date(now.getTime() + delay));
}

/** She cannot be reached even so: what is parked for her is given up, and told. */
async function afterFailedInvitation(work: Work, conversationKey: string, code: number): Promise<void> {
  await work
    .updateTable('whatsapp_deliveries')
    .set({ state: 'failed', reason: String(code) })
    .where('conversation_key', '=', conversationKey)
    .where('state', '=', 'parked')
    .execute();
}

async function setDelivery(
  work: Work,
  conversationKey: string,
  sequence: number,
  state: 'waiting' | 'failed',
  reason: string | null,
): Promise<void> {
  await work
    .updateTable('whatsapp_deliveries')
    .set({ state, reason, told_at: null })
    .where('conversation_key', '=', conversationKey)
    .where('sequence', '=', sequence)
    .execute();
}

async function hurry(work: Work, conversationKey: string, now: Date): Promise<void> {
  await work
    .updateTable('whatsapp_lanes')
    .set({ send_at: now })
    .where('conversation_key', '=', conversationKey)
    .where('send_at', 'is not', null)
    .execute();
}
