import { sql, type Transaction } from 'kysely';
import type { OutboxMail, OutboxTelling, Sent } from '../../cases/caseStore.ts';
import type { Database } from '../openDatabase.ts';
import type { Tables } from '../tables.ts';
import { appendActivities, sequenceIn } from '../talks/appendActivities.ts';
import { keepAudit } from './keepEvent.ts';

type Work = Transaction<Tables>;

const MOST_ATTEMPTS = 12;
/** About seven minutes after the first one: no hiccup any more. */
export const FAILING_ATTEMPTS = 4;
const MINUTE_MS = 60_000;
const MOST_DELAY_MINUTES = 60;
const MOST_FAULT_CHARACTERS = 200;

/**
 * Takes the first mail that is due and holds its row while it is sent: a process that dies lets go of it at once, and no
 * other sends it meanwhile.
 *
 * Between the mail server's "accepted" and our commit lie milliseconds in which a kill means that it is sent again: no
 * protocol can close that gap. The second mail has the same Message-ID; as a file it has the same name.
 */
export async function sendNextMail(
  database: Database,
  now: Date,
  send: (mail: OutboxMail) => Promise<Sent>,
): Promise<boolean> {
  return database.transaction().execute(async (work) => {
    const row = await work
      .selectFrom('outbox')
      .selectAll()
      .where('kind', '=', 'mail')
      .where('status', '=', 'waiting')
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .orderBy('id')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst();
    if (!row) return false;
    const order = row.payload as OutboxMail['order'];
    await keepSent(work, row, await send({ ...itemOf(row), order }), now);
    return true;
  });
}

/** The same for words to exporters: in the order in which they were put in, talk by talk. */
export async function tellNext(
  database: Database,
  now: Date,
  tell: (item: OutboxTelling) => Promise<Sent>,
): Promise<boolean> {
  return database.transaction().execute(async (work) => {
    const row = await work
      .selectFrom('outbox as o')
      .innerJoin('conversations as c', 'c.conversation_key', 'o.conversation_key')
      .selectAll('o')
      .select(['c.channel', 'c.language', 'c.conversation_key as talk'])
      .where('o.kind', '=', 'talk')
      // told in her next turn there
      .where('c.channel', '<>', 'bot-service')
      .where('o.status', '=', 'waiting')
      .where('o.due_at', '<=', now)
      .where(isFirstOfTalk)
      .orderBy('o.id')
      .limit(1)
      .forUpdate('o')
      .skipLocked()
      .executeTakeFirst();
    if (!row) return false;
    const telling = row.payload as OutboxTelling['telling'];
    const { channel, language, talk } = row;
    const sent = await tell({ ...itemOf(row), conversationKey: talk, channel, language: language ?? 'id', telling });
    if (sent.kind === 'append') {
      await append(work, row, sent.activity, now);
      await keepOffered(work, talk, telling);
    }
    await keepSent(work, row, sent, now);
    return true;
  });
}

/** Notes where in the talk it stands: how it is delivered is read from there. */
async function append(work: Work, { id, talk }: Row & { talk: string }, activity: Appended, now: Date): Promise<void> {
  const [said = ''] = await appendActivities(work, talk, [{ activity, direction: 'out', visible: true }], now);
  await work
    .updateTable('outbox')
    .set({ sequence: sequenceIn(said) })
    .where('id', '=', id)
    .execute();
}

type Appended = Extract<Sent, { kind: 'append' }>['activity'];

/** "1" means the choices that she read last: from now on these. The talk keeps them in its state under that name. */
async function keepOffered(work: Work, talk: string, { choices }: OutboxTelling['telling']): Promise<void> {
  if (choices.length === 0) return;
  const offered = JSON.stringify({ offered: choices });
  await work
    .updateTable('conversations')
    .set({ state: sql`coalesce(state, '{}'::jsonb) || ${offered}::jsonb` })
    .where('conversation_key', '=', talk)
    .execute();
}

/**
 * Asked row by row, by way of the index of what waits in one talk. As `not exists` the database joins everything that
 * waits with itself: with a correction on its way to twenty thousand people it never came to the first of them.
 */
const isFirstOfTalk = sql<boolean>`o.id = (
  select min(p.id) from outbox p
  where p.conversation_key = o.conversation_key and p.kind = 'talk' and p.status = 'waiting')`;

interface Row {
  readonly id: number;
  readonly message_key: string;
  readonly kind: 'talk' | 'mail';
  readonly case_number: string | null;
  readonly conversation_key: string | null;
  readonly attempts: number;
}

function itemOf({ id, message_key, case_number, conversation_key, attempts }: Row) {
  return { id, messageKey: message_key, number: case_number, conversationKey: conversation_key, attempts };
}

async function keepSent(work: Work, row: Row, sent: Sent, now: Date): Promise<void> {
  if (sent.kind === 'failed') return keepFailure(work, row, sent, now);
  await work
    .updateTable('outbox')
    .set({
      status: sent.kind === 'dropped' ? 'dropped' : 'sent',
      attempts: row.attempts + 1,
      fault: null,
      ended_at: now,
    })
    .where('id', '=', row.id)
    .execute();
  if (row.kind === 'mail' && row.attempts >= FAILING_ATTEMPTS && row.case_number !== null)
    await noteMended(work, row.case_number, now);
}

/** It has gone out after all: staff need not look any more, unless another mail of the case fails. */
async function noteMended(work: Work, number: string, now: Date): Promise<void> {
  const { rows } = await sql`
    update cases set attention = null where case_number = ${number} and attention = 'mail-failed' and not exists (
      select 1 from outbox where case_number = ${number} and kind = 'mail'
        and (status = 'failed' or (status = 'waiting' and attempts >= ${FAILING_ATTEMPTS}))
    ) returning case_number
  `.execute(work);
  if (rows.length > 0) await keepAudit(work, { kind: 'system' }, 'mail.mended', number, now);
}

/** One minute, two, four … an hour, twelve attempts, half a day; staff hears of it long before, and again at the end. */
async function keepFailure(
  work: Work,
  row: Row,
  { fault, isFinal }: Extract<Sent, { kind: 'failed' }>,
  now: Date,
): Promise<void> {
  const attempts = row.attempts + 1;
  const hasEnded = isFinal || attempts >= MOST_ATTEMPTS;
  const delay = Math.min(2 ** (attempts - 1), MOST_DELAY_MINUTES) * MINUTE_MS;
  await work
    .updateTable('outbox')
    .set({
      attempts,
      fault: fault.slice(0, MOST_FAULT_CHARACTERS),
      ...(hasEnded ? { status: 'failed', ended_at: now } : { due_at: new Date(now.getTime() + delay) }),
    })
    .where('id', '=', row.id)
    .execute();
  if ((hasEnded || attempts === FAILING_ATTEMPTS) && row.case_number !== null)
    await tellStaff(work, row.kind, row.case_number, now);
}

async function tellStaff(work: Work, kind: Row['kind'], number: string, now: Date): Promise<void> {
  await work
    .updateTable('cases')
    .set({ attention: kind === 'mail' ? 'mail-failed' : 'not-told' })
    .where('case_number', '=', number)
    .execute();
  await keepAudit(work, { kind: 'system' }, kind === 'mail' ? 'mail.failed' : 'telling.failed', number, now);
}
