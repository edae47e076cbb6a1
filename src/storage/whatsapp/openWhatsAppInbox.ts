import { type Kysely, sql, type Transaction } from 'kysely';
import type { KeptEvent, Meaning } from '../../channels/whatsapp/receive/events.ts';
import type { Heard, WhatsAppInbox, Worked } from '../../channels/whatsapp/receive/inbox.ts';
import type { Tables } from '../tables.ts';
import { isOutage } from '../talks/transaction.ts';
import { applyStatus } from './applyStatus.ts';
import { type KeepOptions, keepSaid } from './keepSaid.ts';
import { movePerson } from './movePerson.ts';
import { takeBack } from './takeBack.ts';
import { countIncoming } from './tokens.ts';

type Work = Transaction<Tables>;
type Read = (event: { payload: unknown }) => Meaning;

const AT_ONCE = 50;
const MOST_ATTEMPTS = 3;

/** Keeps what Meta tells, and acts on it in PostgreSQL. */
export function openWhatsAppInbox(database: Kysely<Tables>, options: KeepOptions): WhatsAppInbox {
  return {
    keep: (events, now) => keep(database, events, now),
    work: (read, now) => database.transaction().execute((work) => actOnFirst(work, options, read, now)),
    async forget(before) {
      await database.deleteFrom('whatsapp_inbox').where('received_at', '<', before).execute();
    },
    async countParked() {
      const { count } = await database
        .selectFrom('whatsapp_inbox')
        .select(sql<number>`count(*)`.as('count'))
        .where('parked_because', 'is not', null)
        .executeTakeFirstOrThrow();
      return count;
    },
  };
}

async function keep(database: Kysely<Tables>, events: readonly KeptEvent[], now: Date): Promise<void> {
  await database
    .insertInto('whatsapp_inbox')
    .values(
      events.map(({ key, payload, parkedBecause = null }) => ({
        event_key: key,
        payload: JSON.stringify(payload ?? null),
        received_at: now,
        taken_at: null,
        parked_because: parkedBecause,
      })),
    )
    .onConflict((conflict) => conflict.column('event_key').doNothing())
    .execute();
}

interface Waiting {
  readonly id: number;
  readonly payload: unknown;
  readonly attempts: number;
}

async function actOnFirst(work: Work, options: KeepOptions, read: Read, now: Date): Promise<Worked> {
  await sql`select pg_advisory_xact_lock(hashtextextended('whatsapp inbox', 0))`.execute(work);
  const waiting = await work
    .selectFrom('whatsapp_inbox')
    .select(['id', 'payload', 'attempts'])
    .where('taken_at', 'is', null)
    .where('parked_because', 'is', null)
    .orderBy('id')
    .limit(AT_ONCE)
    .execute();
  const said: Heard[] = [];
  let parked = 0;
  for (const event of waiting) {
    const outcome = await actOn(work, options, event, read, now);
    if (outcome.heard) said.push(outcome.heard);
    if (outcome.isParked) parked += 1;
  }
  if (said.length > 0) await countIncoming(work, options.phoneNumberId, said.length);
  return { count: waiting.length, parked, said };
}

interface Outcome {
  readonly heard?: Heard | undefined;
  readonly isParked?: boolean;
}

async function actOn(work: Work, options: KeepOptions, event: Waiting, read: Read, now: Date): Promise<Outcome> {
  let meaning: Meaning;
  try {
    meaning = read(event);
  } catch (error) {
    await park(work, event, error);
    return { isParked: true };
  }
  await sql`savepoint event`.execute(work);
  try {
    const heard = await act(work, options, meaning, now);
    await markTaken(work, event, now);
    await sql`release savepoint event`.execute(work);
    return { heard };
  } catch (error) {
    if (isOutage(error)) throw error;
    await sql`rollback to savepoint event`.execute(work);
    return notePoison(work, event, error);
  }
}

async function act(work: Work, options: KeepOptions, meaning: Meaning, now: Date): Promise<Heard | undefined> {
  switch (meaning.kind) {
    case 'said':
      return keepSaid(work, options, meaning, now);
    case 'revoked':
      await takeBack(work, meaning.wamid, now);
      return undefined;
    case 'moved':
      await movePerson(work, options.phoneNumberId, meaning.from, meaning.to);
      return undefined;
    case 'status':
      await applyStatus(work, meaning, now);
      return undefined;
    case 'nothing':
      return undefined;
  }
}

/** The words are kept where they belong now. */
async function markTaken(work: Work, { id }: Waiting, now: Date): Promise<void> {
  await work.updateTable('whatsapp_inbox').set({ taken_at: now, payload: null }).where('id', '=', id).execute();
}

async function notePoison(work: Work, event: Waiting, error: unknown): Promise<Outcome> {
  if (event.attempts + 1 >= MOST_ATTEMPTS) {
    await park(work, event, error);
    return { isParked: true };
  }
  await work
    .updateTable('whatsapp_inbox')
    .set({ attempts: event.attempts + 1 })
    .where('id', '=', event.id)
    .execute();
  return {};
}

async function park(work: Work, { id }: Waiting, error: unknown): Promise<void> {
  const because = error instanceof Error ? error.message : String(error);
  await work
    .updateTable('whatsapp_inbox')
    .set({ parked_because: because.slice(0, 300) })
    .where('id', '=', id)
    .execute();
}
