import { sql, type Transaction } from 'kysely';
import type { Tables } from '../tables.ts';

/**
 * Hides what the bot said before, so that another activity can stand in its place, under its id and at its time.
 *
 * The hidden one stays in the log; who reads from the start is shown only what stands there now.
 *
 * @throws {Error} when the bot never said it in this conversation: nothing an exporter said can be replaced
 */
export async function takePlace(
  transaction: Transaction<Tables>,
  conversationKey: string,
  id: string,
): Promise<{ id: string; timestamp: string }> {
  const row = await transaction
    .updateTable('activities')
    .set({ visible: false })
    .where('conversation_key', '=', conversationKey)
    .where('direction', '=', 'out')
    .where('visible', '=', true)
    .where(sql`activity ->> 'id'`, '=', id)
    .returning(sql<string>`activity ->> 'timestamp'`.as('timestamp'))
    .executeTakeFirst();
  if (!row) throw new Error('The bot never said what it wants to replace.');
  return { id, timestamp: row.timestamp };
}
