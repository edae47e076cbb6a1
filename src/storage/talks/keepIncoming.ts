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
    const answer = await answerTo(work, access.conversationKey, incoming.tooFast, language ?? 'id');
    const posted = newActivity(incoming);
    const [id] = await appendActivities(work, access.conversationKey, [posted, ...answer], now);
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

function newActivity({ activity, clientActivityId, tooFast }: Incoming): NewActivity {
  const posted = { activity, direction: 'in' as const, visible: true, clientActivityId };
  return tooFast ? { ...posted, outcome: 'too-fast' } : posted;
}

async function answerTo(
  work: Transaction<Tables>,
  conversationKey: string,
  tooFast: TooFast | undefined,
  language: Language,
): Promise<NewActivity[]> {
  if (!tooFast || (await wasTooFast(work, conversationKey))) return [];
  return [{ activity: tooFast.say(language), direction: 'out', visible: true }];
}

/** The last thing the exporter posted was too fast as well, so they have been told. */
async function wasTooFast(work: Transaction<Tables>, conversationKey: string): Promise<boolean> {
  const last = await work
    .selectFrom('activities')
    .select('outcome')
    .where('conversation_key', '=', conversationKey)
    .where('direction', '=', 'in')
    .orderBy('sequence', 'desc')
    .executeTakeFirst();
  return last?.outcome === 'too-fast';
}
