import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

type Work = Transaction<Tables>;

/**
 * Forgets who somebody is that had her data deleted: number, ids and user name at once, or, while a reply is still on its
 * way to her, as soon as it has gone out.
 *
 * Nothing is kept to honour "STOP" either: whom we have no address of, we cannot write to.
 */
export async function askToForget(work: Work, conversationKey: string): Promise<void> {
  const person = await work
    .updateTable('whatsapp_people')
    .set({ username: null, forget: true })
    .where('conversation_key', '=', conversationKey)
    .returning(['phone', 'user_id'])
    .executeTakeFirst();
  if (person) await emptyParkedEvents(work, [person.phone, person.user_id]);
}

/** What nobody could read may have come from her. */
async function emptyParkedEvents(work: Work, names: readonly (string | null)[]): Promise<void> {
  for (const name of names) {
    if (name === null) continue;
    await work
      .updateTable('whatsapp_inbox')
      .set({ payload: null })
      .where('parked_because', 'is not', null)
      .where(sql<number>`position(${name} in payload::text)`, '>', 0)
      .execute();
  }
}

/**
 * Forgets a person who is to be forgotten, unless something of hers still waits: a reply to be sent, a message to be
 * answered. She comes back as somebody new.
 */
export async function forgetIfDone(work: Work, conversationKey: string): Promise<void> {
  const person = await work
    .selectFrom('whatsapp_people')
    .select('exporter_key')
    .where('conversation_key', '=', conversationKey)
    .where('forget', '=', true)
    .forUpdate()
    .executeTakeFirst();
  // Looked at under the lock: whoever writes to her talk meanwhile is seen, or finds her gone.
  if (person && !(await isAwaited(work, conversationKey))) await forget(work, conversationKey);
}

/** All who are to be forgotten, a hundred at most: what was not done when it should have been. */
export async function forgetAllDone(work: Work): Promise<void> {
  const people = await work
    .selectFrom('whatsapp_people')
    .select('conversation_key')
    .where('forget', '=', true)
    .limit(100)
    .execute();
  for (const { conversation_key } of people) await forgetIfDone(work, conversation_key);
}

async function isAwaited(work: Work, conversationKey: string): Promise<boolean> {
  const { rows } = await sql<{ awaited: boolean }>`
    select exists (
      select 1 from whatsapp_deliveries where conversation_key = ${conversationKey} and state in ('waiting', 'parked')
    ) or exists (
      select 1 from activities
      where conversation_key = ${conversationKey} and direction = 'in' and processed_at is null
    ) as awaited
  `.execute(work);
  return rows[0]?.awaited ?? false;
}

/** Meta's ids of messages hold the number too. */
async function forget(work: Work, conversationKey: string): Promise<void> {
  for (const table of ['whatsapp_people', 'whatsapp_messages', 'whatsapp_deliveries', 'whatsapp_lanes'] as const)
    await work.deleteFrom(table).where('conversation_key', '=', conversationKey).execute();
  await work
    .updateTable('activities')
    .set({ client_activity_id: null })
    .where('conversation_key', '=', conversationKey)
    .execute();
}
