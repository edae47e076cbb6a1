import type { Kysely, Transaction } from 'kysely';
import type { Access, Holder } from '../../channels/directLine/talks.ts';
import type { Language, WireActivity } from '../../channels/wireActivity.ts';
import type { Tables } from '../tables.ts';
import { appendActivities } from './appendActivities.ts';

/**
 * Begins a conversation of an exporter on the web, and keeps the one update that tells the bot so.
 *
 * @returns false when the exporter's tokens were revoked
 */
export async function beginConversation(
  database: Kysely<Tables>,
  access: Access,
  update: WireActivity,
  language: Language | null,
  now: Date,
): Promise<boolean> {
  return database.transaction().execute(async (work) => {
    if (!(await isStillWelcome(work, access, now))) return false;
    await work
      .insertInto('conversations')
      .values({
        conversation_key: access.conversationKey,
        exporter_key: access.exporterKey,
        channel: 'web',
        language,
        state: null,
        last_stamped_at: now,
        created_at: now,
      })
      .execute();
    await appendActivities(work, access.conversationKey, [{ activity: update, direction: 'in', visible: false }], now);
    return true;
  });
}

async function isStillWelcome(work: Transaction<Tables>, { exporterKey, generation }: Holder, now: Date) {
  const row = await work
    .updateTable('exporters')
    .set({ seen_at: now })
    .where('exporter_key', '=', exporterKey)
    .where('token_generation', '=', generation)
    .returning('exporter_key')
    .executeTakeFirst();
  return row !== undefined;
}
