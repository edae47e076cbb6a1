import { sql, type Transaction } from 'kysely';
import type { Said } from '../../channels/whatsapp/receive/events.ts';
import type { Heard } from '../../channels/whatsapp/receive/inbox.ts';
import type { Language, WireActivity } from '../../channels/wireActivity.ts';
import type { Tables } from '../tables.ts';
import { appendActivities, type NewActivity } from '../talks/appendActivities.ts';
import { findOrMakePerson, type PeopleOptions, type Person } from './findPerson.ts';
import { openLane } from './queueDeliveries.ts';

type Work = Transaction<Tables>;

export interface KeepOptions extends PeopleOptions {
  /** Asks an exporter, kindly, to slow down. */
  readonly tooFast: (language: Language) => string;
}

/** More than this in a minute nobody types; every answer is paid for. */
const MOST_A_MINUTE = 20;

/**
 * Keeps what an exporter said as an activity that waits for its turn, and opens her 24 hours anew.
 *
 * What waited for her goes out first. "BUKA" then has had its answer, and no turn.
 *
 * @returns undefined when it gets no sign of having been read
 */
export async function keepSaid(work: Work, options: KeepOptions, said: Said, now: Date): Promise<Heard | undefined> {
  const person = await findOrMakePerson(work, options, said.who, said.at, now);
  await noteInbound(work, person, said.at, now);
  const { conversation_key: conversationKey } = person;
  if (said.replaces && (await replaceWords(work, conversationKey, said))) return undefined;
  const released = await releaseParked(work, conversationKey, now);
  const activity = await activityOf(work, person, said);
  const heard = { conversationKey, wamid: said.wamid };
  const incoming: NewActivity = { activity, direction: 'in', visible: true, clientActivityId: said.wamid };
  if (said.isOpening && released > 0) {
    await appendActivities(work, conversationKey, [{ ...incoming, outcome: 'answered' }], now);
    return heard;
  }
  if (await isTooFast(work, conversationKey, said.at)) {
    const notice = await sayTooFast(work, person, options);
    await appendActivities(work, conversationKey, [{ ...incoming, outcome: 'too-fast' }, ...notice], now);
    return undefined;
  }
  await appendActivities(work, conversationKey, [incoming], now);
  return heard;
}

async function noteInbound(work: Work, person: Person, at: Date, now: Date): Promise<void> {
  const still = await work
    .updateTable('whatsapp_people')
    .set({
      last_inbound_at: sql<Date>`greatest(last_inbound_at, ${at}::timestamptz)`,
      // Meta counts in seconds: what she wrote in the same one came after.
      shut_at: sql`case when shut_at >= ${at}::timestamptz + interval '1 second' then shut_at end`,
    })
    .where('exporter_key', '=', person.exporter_key)
    .returning('exporter_key')
    .executeTakeFirst();
  if (!still) throw new Error('she was forgotten at this moment: tried again, she is somebody new');
  await work.updateTable('exporters').set({ seen_at: now }).where('exporter_key', '=', person.exporter_key).execute();
}

/** Also what was given up because she did not come back. What she asked silence for waits for the turn, which knows. */
async function releaseParked(work: Work, conversationKey: string, now: Date): Promise<number> {
  const released = await work
    .updateTable('whatsapp_deliveries')
    .set({ state: 'waiting', reason: null, told_at: null })
    .where('conversation_key', '=', conversationKey)
    .where((is) =>
      is.or([
        is.and([is('state', '=', 'parked'), is('reason', '=', 'window')]),
        is.and([is('state', '=', 'failed'), is('reason', '=', 'no-answer')]),
      ]),
    )
    .returning('sequence')
    .execute();
  await work
    .updateTable('whatsapp_lanes')
    .set({ invited_at: null, invitations: 0 })
    .where('conversation_key', '=', conversationKey)
    .execute();
  if (released.length > 0) await openLane(work, conversationKey, now);
  return released.length;
}

async function activityOf(work: Work, person: Person, said: Said): Promise<WireActivity> {
  const { conversation_key: conversationKey, exporter_key: exporterKey } = person;
  const value = said.choice && (await choiceOf(work, conversationKey, said.choice));
  const channelData = { ...(said.activity.channelData as object | undefined), saidAt: said.at.toISOString() };
  const isArrival = said.activity.type === 'conversationUpdate';
  return {
    ...said.activity,
    type: String(said.activity.type),
    ...(value !== undefined && { value }),
    ...(isArrival && { membersAdded: [{ id: exporterKey }] }),
    ...(isIndonesian(person) && { locale: 'id-ID' }),
    channelId: 'whatsapp',
    serviceUrl: 'urn:whatsapp',
    from: { id: exporterKey, role: 'user' },
    recipient: { id: 'fta-center', name: 'FTA Center', role: 'bot' },
    conversation: { id: conversationKey },
    channelData,
  };
}

/** Her number, or her id at Meta, is of Indonesia: a hint of her language until she has shown one. */
function isIndonesian({ phone, user_id: userId }: Person): boolean {
  return phone?.startsWith('62') || userId?.startsWith('ID.') || false;
}

/** What a choice does whose action was too long for a button. */
async function choiceOf(work: Work, conversationKey: string, { sequence, index }: NonNullable<Said['choice']>) {
  const row = await work
    .selectFrom('activities')
    .select(sql<unknown>`activity #> ${`{suggestedActions,actions,${index},value}`}::text[]`.as('value'))
    .where('conversation_key', '=', conversationKey)
    .where('sequence', '=', sequence)
    .where('direction', '=', 'out')
    .executeTakeFirst();
  return row?.value ?? undefined;
}

/**
 * A message edited before its turn is answered as it is now; afterwards the new words are a new question.
 *
 * @returns whether the earlier one still waited
 */
async function replaceWords(work: Work, conversationKey: string, said: Said): Promise<boolean> {
  const replaced = await work
    .updateTable('activities')
    .set({ activity: sql`activity || ${JSON.stringify({ text: said.activity.text ?? '' })}::jsonb` })
    .where('conversation_key', '=', conversationKey)
    .where('client_activity_id', '=', said.replaces ?? '')
    .where('processed_at', 'is', null)
    .returning('sequence')
    .execute();
  return replaced.length > 0;
}

/** By the times at which she spoke: what an outage held back comes at once, and nobody was fast. */
async function isTooFast(work: Work, conversationKey: string, at: Date): Promise<boolean> {
  const since = new Date(at.getTime() - 60_000).toISOString();
  const { count } = await work
    .selectFrom('activities')
    .select(sql<number>`count(*)`.as('count'))
    .where('conversation_key', '=', conversationKey)
    .where('direction', '=', 'in')
    .where('stored_at', '>', new Date(at.getTime() - 60_000))
    .where(sql`activity #>> '{channelData,saidAt}'`, '>', since)
    .where(sql`activity #>> '{channelData,saidAt}'`, '<=', at.toISOString())
    .executeTakeFirstOrThrow();
  return count >= MOST_A_MINUTE;
}

/** Said once: while she goes on, silence is the answer. */
async function sayTooFast(work: Work, person: Person, { tooFast }: KeepOptions): Promise<NewActivity[]> {
  const { outcome } =
    (await work
      .selectFrom('activities')
      .select('outcome')
      .where('conversation_key', '=', person.conversation_key)
      .where('direction', '=', 'in')
      .orderBy('sequence', 'desc')
      .executeTakeFirst()) ?? {};
  if (outcome === 'too-fast') return [];
  const { language } = await work
    .selectFrom('conversations')
    .select('language')
    .where('conversation_key', '=', person.conversation_key)
    .executeTakeFirstOrThrow();
  const from = { id: 'fta-center', name: 'FTA Center', role: 'bot' };
  const said = { type: 'message', text: tooFast(language ?? 'id'), channelId: 'whatsapp', from };
  return [{ activity: { ...said, conversation: { id: person.conversation_key } }, direction: 'out', visible: true }];
}
