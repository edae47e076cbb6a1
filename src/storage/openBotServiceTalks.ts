import type { Transaction } from 'kysely';
import type { BotServiceTalks, BotServiceTurn } from '../channels/botFramework/talks.ts';
import type { WireActivity } from '../channels/wireActivity.ts';
import type { TalkStore } from '../conversation/talkStore.ts';
import { insertCase } from './cases/insertCase.ts';
import { readRules } from './cases/readRules.ts';
import type { Database } from './openDatabase.ts';
import type { Tables } from './tables.ts';
import { appendActivities } from './talks/appendActivities.ts';
import { openTalk } from './talks/openTalk.ts';
import type { CaseOfFault } from './talks/openTurns.ts';
import { lockTurns } from './talks/transaction.ts';

type Work = Transaction<Tables>;

/**
 * Keeps conversations of Azure Bot Service in PostgreSQL, in the same tables as those of the web.
 *
 * What came in is kept before its turn, marked as taken: no other runner takes it up, because only the request that
 * brought it holds the way back to the exporter.
 */
export function openBotServiceTalks(database: Database, ofFault: CaseOfFault): BotServiceTalks<TalkStore> {
  return {
    async takeTurn(turn, answer, now) {
      const sequence = await database.transaction().execute((work) => keepIncoming(work, turn, now));
      if (sequence === undefined) return undefined;
      const answered = await database
        .transaction()
        .execute((work) => runTurn(work, turn, answer, now))
        .then(
          () => ({ outcome: 'answered' as const }),
          (cause: unknown) => ({ outcome: 'failed' as const, cause }),
        );
      await markEnded(database, turn.conversationKey, sequence, answered.outcome);
      if (answered.outcome === 'answered') return undefined;
      const caseNumber = await database.transaction().execute((work) => openCaseOf(work, turn, ofFault, now));
      return { cause: answered.cause, caseNumber };
    },
  };
}

async function openCaseOf(
  work: Work,
  { conversationKey, exporterKey, activity }: BotServiceTurn,
  ofFault: CaseOfFault,
  now: Date,
): Promise<string> {
  await lockTurns(work, conversationKey);
  const language = /^en\b/i.test(activity.locale ?? '') ? 'en' : 'id';
  const plan = ofFault({ conversationKey, exporterKey, channel: 'bot-service', language }, activity.text ?? '');
  const { kase } = await insertCase(work, plan, await readRules(work), now);
  return kase.number;
}

/** @returns its sequence; undefined when the same activity is there already */
async function keepIncoming(work: Work, turn: BotServiceTurn, now: Date): Promise<number | undefined> {
  const { conversationKey, exporterKey, activity } = turn;
  await beginIfNew(work, conversationKey, exporterKey, now);
  const clientActivityId = activity.id ?? null;
  if (clientActivityId !== null && (await isKept(work, conversationKey, clientActivityId))) return undefined;
  const incoming = { activity: activity as WireActivity, direction: 'in' as const, visible: true, clientActivityId };
  await appendActivities(work, conversationKey, [incoming], now);
  const { sequence } = await work
    .updateTable('activities')
    .set({ processed_at: now })
    .where('conversation_key', '=', conversationKey)
    .where('direction', '=', 'in')
    .where('processed_at', 'is', null)
    .returning('sequence')
    .executeTakeFirstOrThrow();
  return sequence;
}

async function beginIfNew(work: Work, conversationKey: string, exporterKey: string, now: Date): Promise<void> {
  const channel = 'bot-service' as const;
  await work
    .insertInto('exporters')
    .values({ exporter_key: exporterKey, channel, resume_hash: null, created_at: now, seen_at: now })
    .onConflict((conflict) => conflict.column('exporter_key').doUpdateSet({ seen_at: now }))
    .execute();
  const conversation = { conversation_key: conversationKey, exporter_key: exporterKey, channel };
  await work
    .insertInto('conversations')
    .values({ ...conversation, language: null, state: null, last_stamped_at: now, created_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  // Two deliveries of one activity at once: the second waits here, and then finds it kept.
  await work
    .selectFrom('conversations')
    .select('conversation_key')
    .where('conversation_key', '=', conversationKey)
    .forUpdate()
    .execute();
}

async function isKept(work: Work, conversationKey: string, clientActivityId: string): Promise<boolean> {
  const row = await work
    .selectFrom('activities')
    .select('sequence')
    .where('conversation_key', '=', conversationKey)
    .where('client_activity_id', '=', clientActivityId)
    .executeTakeFirst();
  return row !== undefined;
}

async function runTurn(
  work: Work,
  { conversationKey, exporterKey }: BotServiceTurn,
  answer: Parameters<BotServiceTalks<TalkStore>['takeTurn']>[1],
  now: Date,
): Promise<void> {
  await lockTurns(work, conversationKey);
  const { owner } = await work
    .selectFrom('conversations')
    .select('owner')
    .where('conversation_key', '=', conversationKey)
    .executeTakeFirstOrThrow();
  const { talk, finish, close } = openTalk(work, { conversationKey, exporterKey, channel: 'bot-service', owner }, now);
  try {
    const replies = await answer(talk);
    await finish();
    const outgoing = replies.map((reply) => ({
      activity: reply as WireActivity,
      direction: 'out' as const,
      visible: true,
    }));
    await appendActivities(work, conversationKey, outgoing, now);
  } finally {
    close();
  }
}

async function markEnded(
  database: Database,
  conversationKey: string,
  sequence: number,
  outcome: 'answered' | 'failed',
): Promise<void> {
  await database
    .updateTable('activities')
    .set({ outcome })
    .where('conversation_key', '=', conversationKey)
    .where('sequence', '=', sequence)
    .execute();
}
