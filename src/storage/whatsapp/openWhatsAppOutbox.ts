import { type Kysely, sql } from 'kysely';
import type { SendResult, Settled, Untold, WhatsAppOutbox } from '../../channels/whatsapp/send/outbox.ts';
import type { Tables } from '../tables.ts';
import { claimLane } from './claimLane.ts';
import { forgetAllDone, forgetIfDone } from './forgetPerson.ts';
import { takeNumberToken, takePairToken } from './tokens.ts';

/** Keeps what is to be sent to phones, and what became of it. */
export function openWhatsAppOutbox(database: Kysely<Tables>, phoneNumberId: string): WhatsAppOutbox {
  return {
    claim: (now, leasedUntil) => claimLane(database, phoneNumberId, now, leasedUntil),
    nextDue: () => nextDue(database),
    release: (conversationKey, again, now) => release(database, conversationKey, again, now),
    begin: (message, now, leasedUntil) => begin(database, message, now, leasedUntil),
    end: (messageKey, result, now) => end(database, messageKey, result, now),
    settle: (conversationKey, sequence, settled) => settle(database, conversationKey, sequence, settled),
    noteShut: (conversationKey, now) => noteShut(database, conversationKey, now),
    noteInvitation: (conversationKey, now) => noteInvitation(database, conversationKey, now),
    takeNumberToken: (now) => takeNumberToken(database, phoneNumberId, now),
    takePairToken: (conversationKey, now) => takePairToken(database, conversationKey, now),
    noteStop: (code, now) => noteStop(database, phoneNumberId, code, now),
    findStop: () => findStop(database, phoneNumberId),
    findSilent: (invitedBefore) => findSilent(database, invitedBefore),
    tryParked: (conversationKey, now) => tryParked(database, conversationKey, now),
    giveUpParked: (conversationKey, reason) => giveUpParked(database, conversationKey, reason),
    findUntold: () => findUntold(database),
    noteTold: (untold, now) => noteTold(database, untold, now),
    forgetPeople: () => database.transaction().execute(forgetAllDone),
  };
}

async function nextDue(database: Kysely<Tables>): Promise<Date | null> {
  const row = await database
    .selectFrom('whatsapp_lanes')
    .select(sql<Date | null>`min(greatest(send_at, leased_until))`.as('due'))
    .where('send_at', 'is not', null)
    .executeTakeFirst();
  return row?.due ?? null;
}

/**
 * Looks under the lane's lock whether something waits: whoever queues more at this moment comes before, and is seen, or
 * after, and opens the lane anew.
 */
async function release(database: Kysely<Tables>, conversationKey: string, again: Date | null, now: Date) {
  await database.transaction().execute(async (work) => {
    await work
      .selectFrom('whatsapp_lanes')
      .select('conversation_key')
      .where('conversation_key', '=', conversationKey)
      .forUpdate()
      .execute();
    const waiting = await work
      .selectFrom('whatsapp_deliveries')
      .select('sequence')
      .where('conversation_key', '=', conversationKey)
      .where('state', '=', 'waiting')
      .limit(1)
      .executeTakeFirst();
    await work
      .updateTable('whatsapp_lanes')
      .set({ leased_until: null, send_at: waiting ? (again ?? now) : null })
      .where('conversation_key', '=', conversationKey)
      .execute();
    if (!waiting) await forgetIfDone(work, conversationKey);
  });
}

async function begin(
  database: Kysely<Tables>,
  message: Parameters<WhatsAppOutbox['begin']>[0],
  now: Date,
  leasedUntil: Date,
): Promise<void> {
  const { messageKey, conversationKey, sequence, part } = message;
  await database
    .updateTable('whatsapp_lanes')
    .set({ leased_until: leasedUntil })
    .where('conversation_key', '=', conversationKey)
    .execute();
  await database
    .insertInto('whatsapp_messages')
    .values({
      message_key: messageKey,
      conversation_key: conversationKey,
      sequence,
      part,
      state: 'sending',
      attempts: 1,
      begun_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('message_key').doUpdateSet({
        state: sql`case when whatsapp_messages.state in ('waiting', 'unknown', 'sending') then 'sending' else whatsapp_messages.state end`,
        attempts: sql<number>`whatsapp_messages.attempts + 1`,
        begun_at: now,
      }),
    )
    .execute();
}

/** A status may have come before: what it told stands. */
async function end(database: Kysely<Tables>, messageKey: string, result: SendResult, now: Date): Promise<void> {
  const open = sql<boolean>`state in ('sending', 'unknown', 'waiting')`;
  const next = result.kind === 'accepted' ? 'accepted' : result.kind === 'unknown' ? 'unknown' : refusedState(result);
  await database
    .updateTable('whatsapp_messages')
    .set({
      state: sql`case when ${open} then ${next} else state end`,
      ...(result.kind === 'accepted' && { wamid: result.wamid, accepted_at: now, error_code: null }),
      ...(result.kind === 'refused' && { error_code: result.code }),
    })
    .where('message_key', '=', messageKey)
    .execute();
}

function refusedState({ isFinal }: { isFinal: boolean }): 'failed' | 'waiting' {
  return isFinal ? 'failed' : 'waiting';
}

async function settle(database: Kysely<Tables>, conversationKey: string, sequence: number, settled: Settled) {
  await database
    .updateTable('whatsapp_deliveries')
    .set({ state: settled.state, reason: settled.state === 'done' ? null : settled.reason })
    .where('conversation_key', '=', conversationKey)
    .where('sequence', '=', sequence)
    .where('state', '=', 'waiting')
    .execute();
}

async function noteShut(database: Kysely<Tables>, conversationKey: string, now: Date): Promise<void> {
  await database
    .updateTable('whatsapp_people')
    .set({ shut_at: now })
    .where('conversation_key', '=', conversationKey)
    .execute();
}

async function noteInvitation(database: Kysely<Tables>, conversationKey: string, now: Date): Promise<void> {
  await database
    .updateTable('whatsapp_lanes')
    .set({ invited_at: now, invitations: sql<number>`invitations + 1` })
    .where('conversation_key', '=', conversationKey)
    .execute();
}

async function noteStop(database: Kysely<Tables>, phoneNumberId: string, code: number | null, now: Date) {
  await database
    .updateTable('whatsapp_numbers')
    .set({
      stopped_code: code,
      stopped_at: code === null ? null : sql<Date>`coalesce(stopped_at, ${now}::timestamptz)`,
    })
    .where('phone_number_id', '=', phoneNumberId)
    .execute();
}

async function findStop(database: Kysely<Tables>, phoneNumberId: string) {
  const row = await database
    .selectFrom('whatsapp_numbers')
    .select(['stopped_code', 'stopped_at'])
    .where('phone_number_id', '=', phoneNumberId)
    .executeTakeFirst();
  return row?.stopped_at && row.stopped_code !== null ? { code: row.stopped_code, since: row.stopped_at } : null;
}

async function findSilent(database: Kysely<Tables>, invitedBefore: Date) {
  const rows = await database
    .selectFrom('whatsapp_lanes')
    .select(['conversation_key', 'invitations'])
    .where('invited_at', '<', invitedBefore)
    .where('conversation_key', 'in', (from) =>
      from.selectFrom('whatsapp_deliveries').select('conversation_key').where('state', '=', 'parked'),
    )
    .limit(100)
    .execute();
  return rows.map((row) => ({ conversationKey: row.conversation_key, invitations: row.invitations }));
}

async function tryParked(database: Kysely<Tables>, conversationKey: string, now: Date): Promise<void> {
  await database.transaction().execute(async (work) => {
    await work
      .updateTable('whatsapp_lanes')
      .set({ invited_at: null, send_at: now })
      .where('conversation_key', '=', conversationKey)
      .execute();
    await work
      .updateTable('whatsapp_deliveries')
      .set({ state: 'waiting', reason: null })
      .where('conversation_key', '=', conversationKey)
      .where('state', '=', 'parked')
      .where('reason', '=', 'window')
      .execute();
  });
}

async function giveUpParked(database: Kysely<Tables>, conversationKey: string, reason: string): Promise<void> {
  await database
    .updateTable('whatsapp_deliveries')
    .set({ state: 'failed', reason })
    .where('conversation_key', '=', conversationKey)
    .where('state', '=', 'parked')
    .execute();
}

async function findUntold(database: Kysely<Tables>): Promise<Untold[]> {
  const rows = await database
    .selectFrom('whatsapp_deliveries as d')
    .innerJoin('activities as a', (join) =>
      join.onRef('a.conversation_key', '=', 'd.conversation_key').onRef('a.sequence', '=', 'd.sequence'),
    )
    .select(['d.conversation_key', 'd.sequence', 'd.reason', sql<string>`a.activity ->> 'id'`.as('id')])
    .where((is) =>
      is.or([is('d.state', '=', 'failed'), is.and([is('d.state', '=', 'parked'), is('d.reason', '=', 'stopped')])]),
    )
    .where('d.told_at', 'is', null)
    .limit(100)
    .execute();
  return rows.map((row) => ({
    conversationKey: row.conversation_key,
    sequence: row.sequence,
    activityId: row.id,
    reason: row.reason ?? '',
  }));
}

async function noteTold(database: Kysely<Tables>, { conversationKey, sequence }: Untold, now: Date): Promise<void> {
  await database
    .updateTable('whatsapp_deliveries')
    .set({ told_at: now })
    .where('conversation_key', '=', conversationKey)
    .where('sequence', '=', sequence)
    .execute();
}
