import { sql, type Transaction } from 'kysely';
import type { Actor } from '../../cases/case.ts';
import type { Tables } from '../tables.ts';
import { samePerson } from '../talks/openTalkLinks.ts';
import { lockTurns } from '../talks/transaction.ts';
import { askToForget, forgetIfDone } from '../whatsapp/forgetPerson.ts';
import { announceOutbox, keepAudit, revokeLinks } from './keepEvent.ts';

type Work = Transaction<Tables>;

/**
 * Takes everything personal out of all talks and cases of an exporter, those she joined by a code among them. Statistics
 * stay: what was decided on which question, which topics, how long a case took.
 *
 * The activity whose turn asked for it keeps its place, without its words: the reply refers to it. So does what waits in
 * another talk: it is answered, by a word that nothing was understood.
 *
 * @param conversationKey the talk whose turn this is; turns of the others are waited for
 * @returns how many cases it were
 */
export async function eraseExporter(
  work: Work,
  { conversationKey, exporterKey }: { readonly conversationKey: string; readonly exporterKey: string },
  now: Date,
): Promise<number> {
  const { exporters, talks } = await findAllOf(work, exporterKey);
  for (const talk of talks) if (talk !== conversationKey) await lockTurns(work, talk);
  const numbers = await work
    .selectFrom('cases')
    .select('case_number')
    .where('exporter_key', 'in', exporters)
    .where('erased_at', 'is', null)
    .forUpdate()
    .execute();
  const all = numbers.map((row) => row.case_number);
  await eraseCases(work, all, { kind: 'exporter' }, now);
  for (const talk of talks) {
    await eraseTalk(work, talk);
    await askToForget(work, talk);
    if (talk !== conversationKey) await forgetIfDone(work, talk);
  }
  await unlink(work, exporters);
  await keepAudit(work, { kind: 'exporter' }, 'data.erased', null, now, { talks: talks.length, cases: all.length });
  return all.length;
}

/** Herself and whom she is joined with, and all their talks; in one order, so that two who erase wait for each other. */
async function findAllOf(work: Work, exporterKey: string): Promise<{ exporters: string[]; talks: string[] }> {
  const rows = await work
    .selectFrom('conversations')
    .select(['conversation_key', 'exporter_key'])
    .where('exporter_key', 'in', samePerson(exporterKey))
    .orderBy('conversation_key')
    .execute();
  const exporters = new Set([exporterKey, ...rows.map((row) => row.exporter_key)]);
  return { exporters: [...exporters], talks: rows.map((row) => row.conversation_key) };
}

async function unlink(work: Work, exporters: readonly string[]): Promise<void> {
  for (const table of ['exporter_links', 'link_codes', 'link_attempts'])
    await sql`delete from ${sql.table(table)} where exporter_key = any(${exporters}::text[])`.execute(work);
}

/** Takes everything personal out of cases; one that is not closed is closed as withdrawn. */
export async function eraseCases(work: Work, numbers: readonly string[], by: Actor, now: Date): Promise<void> {
  if (numbers.length === 0) return;
  await work
    .updateTable('cases')
    .set({
      personal: null,
      exporter_key: null,
      conversation_key: null,
      outcome: sql<string>`case when state = 'closed' then outcome else 'withdrawn' end`,
      closed_at: sql<Date>`coalesce(closed_at, ${now}::timestamptz)`,
      state: 'closed',
      due_at: null,
      due_for: null,
      next_check_at: null,
      waiting_since: null,
      attention: null,
      version: sql<number>`version + 1`,
      shown_version: sql<number>`version + 1`,
      erased_at: now,
    })
    .where('case_number', 'in', numbers)
    .execute();
  await work.updateTable('case_events').set({ words: null }).where('case_number', 'in', numbers).execute();
  await revokeLinks(work, numbers, now);
  await emptyOutbox(work, numbers, now);
  for (const number of numbers) await noteErasure(work, number, by, now);
}

async function emptyOutbox(work: Work, numbers: readonly string[], now: Date): Promise<void> {
  await forgetFiles(work, numbers, now);
  await work
    .updateTable('outbox')
    .set({
      payload: null,
      status: sql<'dropped'>`case when status = 'waiting' then 'dropped' else status end`,
      ended_at: sql<Date>`coalesce(ended_at, ${now}::timestamptz)`,
    })
    .where('case_number', 'in', numbers)
    .execute();
}

/** Where mails are files, those that were written go too. */
async function forgetFiles(work: Work, numbers: readonly string[], now: Date): Promise<void> {
  const sent = await work
    .selectFrom('outbox')
    .select('message_key')
    .where('case_number', 'in', numbers)
    .where('kind', '=', 'mail')
    .where('status', '=', 'sent')
    .execute();
  if (sent.length === 0) return;
  const keys = sent.map((row) => row.message_key);
  await work
    .insertInto('outbox')
    .values({
      message_key: `forget-${keys[0]}`,
      kind: 'mail',
      case_number: null,
      conversation_key: null,
      payload: JSON.stringify({ template: 'forget', unit: null, keys }),
      due_at: now,
      created_at: now,
    })
    .execute();
  await announceOutbox(work);
}

async function noteErasure(work: Work, number: string, by: Actor, now: Date): Promise<void> {
  await sql`
    insert into case_events (case_number, version, kind, actor_kind, actor, state, words, detail, happened_at)
    select case_number, version, 'case.erased', ${by.kind}, ${by.name ?? null}, state, null, '{}', ${now}::timestamptz
    from cases where case_number = ${number}
  `.execute(work);
  await keepAudit(work, by, 'case.erased', number, now);
}

/** Takes everything said out of a talk. What was decided on each question stays, without the question. */
export async function eraseTalk(work: Work, conversationKey: string): Promise<void> {
  await work
    .deleteFrom('activities')
    .where('conversation_key', '=', conversationKey)
    .where((is) => is.or([is('direction', '=', 'out'), is('processed_at', 'is not', null)]))
    .execute();
  await work
    .updateTable('activities')
    .set({
      activity: sql<string>`(activity - 'value' - 'attachments' - 'channelData' - 'entities')
        || jsonb_build_object('text', '…')`,
    })
    .where('conversation_key', '=', conversationKey)
    .execute();
  await work
    .updateTable('turns')
    .set({ question: '', explanation: null })
    .where('conversation_key', '=', conversationKey)
    .execute();
  await work
    .updateTable('conversations')
    .set({ state: null })
    .where('conversation_key', '=', conversationKey)
    .execute();
  await work
    .deleteFrom('outbox')
    .where('conversation_key', '=', conversationKey)
    .where('case_number', 'is', null)
    .execute();
}

/** A talk that ended long ago: on WhatsApp her address goes as well, and she comes back as somebody new. */
export async function eraseQuietTalk(work: Work, conversationKey: string): Promise<void> {
  await eraseTalk(work, conversationKey);
  await askToForget(work, conversationKey);
  await forgetIfDone(work, conversationKey);
}
