import { sql, type Transaction } from 'kysely';
import type { TalkChannel, TalkLanguage, TalkStore, TurnFeedback, TurnRecord } from '../../conversation/talkStore.ts';
import { openTalkCases } from '../cases/openTalkCases.ts';
import type { Tables } from '../tables.ts';
import { openTalkLinks } from './openTalkLinks.ts';

/** The conversation a turn belongs to. */
export interface TalkOf {
  readonly conversationKey: string;
  readonly exporterKey: string;
  readonly channel: TalkChannel;
  readonly owner: 'bot' | 'staff' | 'unit';
}

/** A talk store, and the write that it has put off. */
export interface OpenTalk {
  readonly talk: TalkStore;
  /** Writes the last saved state. Called once, when the bot has finished. */
  finish(): Promise<void>;
  /** From now on every call fails: a bot that is still at work must not write into somebody else's transaction. */
  close(): void;
}

/**
 * Opens what the bot may keep, within the transaction of its turn.
 *
 * The state is written at the end only: an earlier write would lock the conversation's row, and the exporter's next
 * message would wait for this turn instead of being acknowledged at once.
 */
export function openTalk(transaction: Transaction<Tables>, of: TalkOf, now: Date): OpenTalk {
  let saved: { state: unknown } | null = null;
  let language: TalkLanguage | null = null;
  let isClosed = false;
  const work = () => {
    if (isClosed) throw new Error('The turn has ended: nothing can be kept in it any more.');
    return transaction;
  };
  const talk: TalkStore = {
    ...of,
    cases: openTalkCases(work, of, now),
    links: openTalkLinks(work, of.exporterKey, now),
    load: async () => (saved ? structuredClone(saved.state) : loadState(work(), of.conversationKey)),
    save: async (state, spoken) => {
      saved = { state: structuredClone(state) };
      language = spoken ?? language;
    },
    keepTurn: async (turn) => {
      language ??= turn.language;
      await keepTurn(work(), of.conversationKey, turn);
    },
    keepFeedback: async (feedback) => keepFeedback(work(), of.conversationKey, feedback, now),
  };
  return {
    talk,
    finish: () => keepState(work(), of.conversationKey, saved, language),
    close: () => {
      isClosed = true;
    },
  };
}

async function loadState(transaction: Transaction<Tables>, conversationKey: string): Promise<unknown> {
  const row = await transaction
    .selectFrom('conversations')
    .select('state')
    .where('conversation_key', '=', conversationKey)
    .executeTakeFirstOrThrow();
  return row.state;
}

async function keepState(
  transaction: Transaction<Tables>,
  conversationKey: string,
  saved: { state: unknown } | null,
  language: TalkLanguage | null,
): Promise<void> {
  if (!saved && !language) return;
  await transaction
    .updateTable('conversations')
    .set({ ...(saved && { state: JSON.stringify(saved.state) }), ...(language && { language }) })
    .where('conversation_key', '=', conversationKey)
    .execute();
}

async function keepTurn(transaction: Transaction<Tables>, conversationKey: string, turn: TurnRecord): Promise<void> {
  const row = {
    question: turn.question,
    language: turn.language,
    decision: turn.decision,
    entry_id: turn.entryId,
    entry_revision: turn.entryRevision,
    entry_checked_on: turn.entryCheckedOn,
    knowledge_version: turn.knowledgeVersion,
    confidence: turn.confidence,
    explanation: JSON.stringify(turn.explanation ?? null),
    answered_at: turn.answeredAt,
  };
  await transaction
    .insertInto('turns')
    .values({ conversation_key: conversationKey, turn_id: turn.turnId, ...row })
    .execute();
}

async function keepFeedback(
  transaction: Transaction<Tables>,
  conversationKey: string,
  { turnId, verdict }: TurnFeedback,
  now: Date,
): Promise<void> {
  await sql`
    insert into feedback (conversation_key, turn_id, verdict, given_at)
    select conversation_key, turn_id, ${verdict}, ${now}::timestamptz from turns
    where conversation_key = ${conversationKey} and turn_id = ${turnId}
    on conflict (conversation_key, turn_id) do update set verdict = excluded.verdict, given_at = excluded.given_at
  `.execute(transaction);
}
