import { type Kysely, sql, type Transaction } from 'kysely';
import type { CaseTalk, Opening } from '../../cases/openCase.ts';
import type { Rules } from '../../cases/settings.ts';
import type { Answer, Reply, Turn, TurnOutcome, Turns } from '../../channels/turns/turns.ts';
import type { Language, WireActivity } from '../../channels/wireActivity.ts';
import type { TalkChannel, TalkStore } from '../../conversation/talkStore.ts';
import { insertCase } from '../cases/insertCase.ts';
import { readRules } from '../cases/readRules.ts';
import type { Tables } from '../tables.ts';
import { activityId, appendActivities, type NewActivity } from './appendActivities.ts';
import { openTalk, type TalkOf } from './openTalk.ts';
import { takePlace } from './takePlace.ts';
import { isDeadlock, isOutage, lockTurns } from './transaction.ts';

type Work = Transaction<Tables>;

/** Plans the case of a turn that failed, from what she had said. */
export type CaseOfFault = (talk: CaseTalk, said: string) => (rules: Rules) => Opening;

/**
 * Keeps turns in PostgreSQL: a turn is one transaction under the conversation's advisory lock.
 *
 * @param ofFault makes the case of a turn that cannot be taken
 * @param channel whose waiting conversations are found: each channel runs its own turns
 */
export function openTurns(database: Kysely<Tables>, channel: TalkChannel, ofFault: CaseOfFault): Turns<TalkStore> {
  return {
    takeNext: (conversationKey, answer, now) => takeNext(database, conversationKey, answer, now),
    giveUp: (turn, apology, now) => giveUp(database, ofFault, turn, apology, now),
    findWaiting: (before) => findWaiting(database, channel, before),
    countAttempt: (conversationKey) => countAttempt(database, conversationKey),
    say: (conversationKey, activities, now) => say(database, conversationKey, activities, now),
  };
}

/** Two turns that wait for each other, say because both delete the same person's data: one is cut, and goes again. */
const MOST_DEADLOCKS = 3;

async function takeNext(
  database: Kysely<Tables>,
  conversationKey: string,
  answer: Answer<TalkStore>,
  now: Date,
): Promise<TurnOutcome> {
  for (let deadlocks = 0; ; deadlocks += 1) {
    try {
      return await takeOnce(database, conversationKey, answer, now);
    } catch (cause) {
      if (!isDeadlock(cause) || deadlocks >= MOST_DEADLOCKS) throw cause;
    }
  }
}

async function takeOnce(
  database: Kysely<Tables>,
  conversationKey: string,
  answer: Answer<TalkStore>,
  now: Date,
): Promise<TurnOutcome> {
  let started: Turn | null = null;
  try {
    return await database.transaction().execute(async (work) => {
      await lockTurns(work, conversationKey);
      const waiting = await findFirstWaiting(work, conversationKey);
      if (!waiting) return { kind: 'none-waiting' };
      started = { conversationKey, sequence: waiting.sequence };
      await takeTurn(work, waiting, answer, now);
      return { kind: 'taken' };
    });
  } catch (cause) {
    if (!started || isOutage(cause)) throw cause;
    return { kind: 'failed', turn: started, cause };
  }
}

interface Waiting extends TalkOf {
  readonly sequence: number;
  readonly visible: boolean;
  readonly activity: WireActivity;
}

async function findFirstWaiting(work: Work, conversationKey: string): Promise<Waiting | null> {
  const row = await work
    .selectFrom('activities as a')
    .innerJoin('conversations as c', 'c.conversation_key', 'a.conversation_key')
    .select(['a.sequence', 'a.visible', 'a.activity', 'c.exporter_key', 'c.channel', 'c.owner'])
    .where('a.conversation_key', '=', conversationKey)
    .where('a.direction', '=', 'in')
    .where('a.processed_at', 'is', null)
    .orderBy('a.sequence')
    .executeTakeFirst();
  if (!row) return null;
  const { exporter_key: exporterKey, activity, ...rest } = row;
  return { ...rest, conversationKey, exporterKey, activity: activity as WireActivity };
}

async function takeTurn(work: Work, waiting: Waiting, answer: Answer<TalkStore>, now: Date): Promise<void> {
  const { conversationKey, exporterKey, channel, owner, sequence } = waiting;
  const { talk, finish, close } = openTalk(work, { conversationKey, exporterKey, channel, owner }, now);
  try {
    const replies = await answer(waiting.activity, talk);
    await finish();
    await markEnded(work, conversationKey, sequence, 'answered', now);
    await appendReplies(work, waiting, replies, now);
  } finally {
    close();
  }
}

async function appendReplies(work: Work, to: Waiting, replies: readonly Reply[], now: Date): Promise<void> {
  const outgoing: NewActivity[] = [];
  for (const { id, activity, isInstead } of replies) {
    const said = to.visible ? activity : withoutReply(activity);
    const place = isInstead ? await takePlace(work, to.conversationKey, id) : { id };
    outgoing.push({ activity: said, direction: 'out', visible: true, place });
  }
  await appendActivities(work, to.conversationKey, outgoing, now);
}

/** Web Chat holds a reply to something it never saw back for five seconds. */
function withoutReply({ replyToId: _, ...activity }: WireActivity): WireActivity {
  return activity as WireActivity;
}

async function markEnded(
  work: Work,
  conversationKey: string,
  sequence: number,
  outcome: 'answered' | 'failed',
  now: Date,
) {
  await work
    .updateTable('activities')
    .set({ processed_at: now, outcome })
    .where('conversation_key', '=', conversationKey)
    .where('sequence', '=', sequence)
    .execute();
}

async function giveUp(
  database: Kysely<Tables>,
  ofFault: CaseOfFault,
  turn: Turn,
  apology: (language: Language, caseNumber: string) => WireActivity,
  now: Date,
): Promise<void> {
  const { conversationKey, sequence } = turn;
  await database.transaction().execute(async (work) => {
    await lockTurns(work, conversationKey);
    const waiting = await findFirstWaiting(work, conversationKey);
    if (waiting?.sequence !== sequence) return;
    await markEnded(work, conversationKey, sequence, 'failed', now);
    if (!waiting.visible) return;
    const language = await languageOfTalk(work, conversationKey);
    const number = await openCaseOf(work, waiting, language, ofFault, now);
    const said = apology(language, number);
    const activity = { ...said, replyToId: activityId(conversationKey, sequence) };
    await appendActivities(work, conversationKey, [{ activity, direction: 'out', visible: true }], now);
  });
}

const MOST_CHARACTERS_KEPT = 2_000;

async function openCaseOf(
  work: Work,
  { conversationKey, exporterKey, channel, activity }: Waiting,
  language: Language,
  ofFault: CaseOfFault,
  now: Date,
): Promise<string> {
  const said = String(activity.text ?? '').slice(0, MOST_CHARACTERS_KEPT);
  const plan = ofFault({ conversationKey, exporterKey, channel, language }, said);
  const { kase } = await insertCase(work, plan, await readRules(work), now);
  return kase.number;
}

async function languageOfTalk(work: Work, conversationKey: string): Promise<Language> {
  const row = await work
    .selectFrom('conversations')
    .select('language')
    .where('conversation_key', '=', conversationKey)
    .executeTakeFirst();
  return row?.language ?? 'id';
}

async function findWaiting(database: Kysely<Tables>, channel: TalkChannel, before: Date): Promise<string[]> {
  const rows = await database
    .selectFrom('activities as a')
    .innerJoin('conversations as c', 'c.conversation_key', 'a.conversation_key')
    .select('a.conversation_key')
    .distinct()
    .where('a.direction', '=', 'in')
    .where('a.processed_at', 'is', null)
    .where('a.stored_at', '<', before)
    .where('c.channel', '=', channel)
    .limit(1_000)
    .execute();
  return rows.map((row) => row.conversation_key);
}

async function countAttempt(database: Kysely<Tables>, conversationKey: string) {
  const first = sql`(select min(sequence) from activities
    where conversation_key = ${conversationKey} and direction = 'in' and processed_at is null)`;
  const row = await database
    .updateTable('activities')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('conversation_key', '=', conversationKey)
    .where('sequence', '=', sql<number>`${first}`)
    .returning(['sequence', 'attempts'])
    .executeTakeFirst();
  return row ? { conversationKey, ...row } : null;
}

async function say(
  database: Kysely<Tables>,
  conversationKey: string,
  activities: readonly WireActivity[],
  now: Date,
): Promise<void> {
  const outgoing = activities.map((activity) => ({
    activity: withoutReply(activity),
    direction: 'out' as const,
    visible: true,
  }));
  await database.transaction().execute(async (work) => {
    await appendActivities(work, conversationKey, outgoing, now);
  });
}
