import type { Kysely, Transaction } from 'kysely';
import type { Access, Incoming, TooFast } from '../../channels/directLine/talks.ts';
import type { Language } from '../../channels/wireActivity.ts';
import type { Tables } from '../tables.ts';
import { activityId, appendActivities, type NewActivity } from './appendActivities.ts';

/**
 * Keeps what an exporter posted; once it returns, the activity survives anything.
 *
 * The same client activity id again is the same activity again (a browser or a proxy sent it twice): it is kept once
 * and answered with the same id.
 *
 * @returns null when the conversation is not the exporter's, or the tokens were revoked
 */
export async function keepIncoming(
  database: Kysely<Tables>,
  access: Access,
  incoming: Incoming,
  now: Date,
): Promise<{ id: string } | null> {
  return database.transaction().execute(async (work) => {
    const locked = await lockConversation(work, access);
    if (!locked) return null;
    const earlier = await findByClientId(work, access.conversationKey, incoming.clientActivityId);
    if (earlier !== null) return { id: activityId(access.conversationKey, earlier) };
    const language = locked.language ?? incoming.language;
    if (language !== locked.language) await keepLanguage(work, access.conversationKey, language);
    const [id] = await appendActivities(work, access.conversationKey, newActivities(incoming, language ?? 'id'), now);
    return id === undefined ? null : { id };
  });
}

/** `no key update`: rows that only refer to the conversation (turns) can be written meanwhile. */
async function lockConversation(work: Transaction<Tables>, access: Access) {
  return work
    .selectFrom('conversations as c')
    .innerJoin('exporters as e', 'e.exporter_key', 'c.exporter_key')
    .select('c.language')
    .where('c.conversation_key', '=', access.conversationKey)
    .where('e.exporter_key', '=', access.exporterKey)
    .where('e.token_generation', '=', access.generation)
    .forNoKeyUpdate('c')
    .executeTakeFirst();
}

async function findByClientId(work: Transaction<Tables>, conversationKey: string, clientActivityId: string | null) {
  if (clientActivityId === null) return null;
  const row = await work
    .selectFrom('activities')
    .select('sequence')
    .where('conversation_key', '=', conversationKey)
    .where('client_activity_id', '=', clientActivityId)
    .executeTakeFirst();
  return row?.sequence ?? null;
}

async function keepLanguage(work: Transaction<Tables>, conversationKey: string, language: Language | null) {
  await work.updateTable('conversations').set({ language }).where('conversation_key', '=', conversationKey).execute();
}

function newActivities({ activity, clientActivityId, tooFast }: Incoming, language: Language): NewActivity[] {
  const posted = { activity, direction: 'in' as const, visible: true, clientActivityId };
  if (!tooFast) return [posted];
  return [{ ...posted, outcome: 'too-fast' }, ...replyOf(tooFast, language)];
}

function replyOf({ say }: TooFast, language: Language): NewActivity[] {
  return say ? [{ activity: say(language), direction: 'out', visible: true }] : [];
}
