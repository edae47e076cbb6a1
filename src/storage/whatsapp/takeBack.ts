import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Forgets the words of a message that the exporter took back; if it still waited, no turn answers it.
 *
 * Meta tells only whose message it was by its id, which nobody can guess.
 */
export async function takeBack(work: Transaction<Tables>, wamid: string, now: Date): Promise<void> {
  await work
    .updateTable('activities')
    .set({
      activity: sql`(activity - 'text' - 'value' - 'attachments') || '{"text": ""}'::jsonb`,
      outcome: sql`coalesce(outcome, 'answered')`,
      processed_at: sql`coalesce(processed_at, ${now}::timestamptz)`,
    })
    .where('client_activity_id', '=', wamid)
    .where('direction', '=', 'in')
    .where('conversation_key', 'in', (from) => from.selectFrom('whatsapp_people').select('conversation_key'))
    .execute();
}
