import { type Kysely, sql } from 'kysely';
import {
  ACTIVITIES_TOPIC,
  type Access,
  type ActivitySet,
  type Holder,
  type Portion,
  type WebTalks,
} from '../../channels/directLine/talks.ts';
import type { WireActivity } from '../../channels/wireActivity.ts';
import type { Tables } from '../tables.ts';
import { beginConversation } from './beginConversation.ts';
import { keepIncoming } from './keepIncoming.ts';
import type { Queries } from './transaction.ts';

/** Keeps exporters, conversations and activities of the web channel in PostgreSQL. */
export function openWebTalks(database: Kysely<Tables>): WebTalks {
  return {
    enrol: (exporter) => enrol(database, exporter),
    findReturning: (resumeHash, now) => findReturning(database, resumeHash, now),
    isWelcome: (holder) => isWelcome(database, holder),
    revoke: (exporterKey) => revoke(database, exporterKey),
    findConversation: (exporterKey, wanted) => findConversation(database, exporterKey, wanted),
    begin: (access, update, language, now) => beginConversation(database, access, update, language, now),
    keep: (access, incoming, now) => keepIncoming(database, access, incoming, now),
    readSince: (access, watermark, portion) => readSince(database, access, watermark, portion),
    keepTicket: (access, ticketHash, expiresAt) => keepTicket(database, access, ticketHash, expiresAt),
    takeTicket: (ticketHash, now) => takeTicket(database, ticketHash, now),
  };
}

async function enrol(
  database: Kysely<Tables>,
  { exporterKey, resumeHash, now }: { exporterKey: string; resumeHash: Buffer; now: Date },
): Promise<Holder> {
  await database
    .insertInto('exporters')
    .values({ exporter_key: exporterKey, channel: 'web', resume_hash: resumeHash, created_at: now, seen_at: now })
    .execute();
  return { exporterKey, generation: 1 };
}

async function findReturning(database: Kysely<Tables>, resumeHash: Buffer, now: Date): Promise<Holder | null> {
  const row = await database
    .updateTable('exporters')
    .set({ seen_at: now })
    .where('resume_hash', '=', resumeHash)
    .returning(['exporter_key', 'token_generation'])
    .executeTakeFirst();
  return row ? { exporterKey: row.exporter_key, generation: row.token_generation } : null;
}

async function isWelcome(database: Kysely<Tables>, { exporterKey, generation }: Holder): Promise<boolean> {
  const row = await database
    .selectFrom('exporters')
    .select('exporter_key')
    .where('exporter_key', '=', exporterKey)
    .where('token_generation', '=', generation)
    .executeTakeFirst();
  return row !== undefined;
}

/** Open streams hear of it too, look again, and find themselves shut out. */
async function revoke(database: Kysely<Tables>, exporterKey: string): Promise<void> {
  await database
    .updateTable('exporters')
    .set({ resume_hash: null, token_generation: sql<number>`token_generation + 1` })
    .where('exporter_key', '=', exporterKey)
    .execute();
  await sql`
    select pg_notify(${ACTIVITIES_TOPIC}, conversation_key) from conversations where exporter_key = ${exporterKey}
  `.execute(database);
}

async function findConversation(database: Kysely<Tables>, exporterKey: string, wanted: string | null) {
  const row = await database
    .selectFrom('conversations')
    .select('conversation_key')
    .where('exporter_key', '=', exporterKey)
    .orderBy(sql`conversation_key = ${wanted ?? ''}`, 'desc')
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.conversation_key ?? null;
}

async function readSince(
  database: Kysely<Tables>,
  access: Access,
  watermark: number,
  portion: Portion,
): Promise<ActivitySet | null> {
  const last = await findLastSequence(database, access);
  if (last === null) return null;
  const after = watermark > last ? 0 : watermark;
  const rows = await database
    .selectFrom('activities')
    .select(['sequence', 'activity'])
    .where('conversation_key', '=', access.conversationKey)
    .where('sequence', '>', after)
    .where('visible', '=', true)
    .orderBy('sequence')
    .limit(portion.activities)
    .execute();
  const carried = rows.slice(0, Math.max(1, countWithin(rows, portion.characters)));
  return {
    activities: carried.map((row) => row.activity as WireActivity),
    watermark: carried.at(-1)?.sequence ?? after,
    hasMore: carried.length < rows.length || rows.length === portion.activities,
  };
}

/** How many of the first rows have so many characters together. */
function countWithin(rows: readonly { activity: unknown }[], characters: number): number {
  let left = characters;
  const tooMany = rows.findIndex(({ activity }) => {
    left -= JSON.stringify(activity).length;
    return left < 0;
  });
  return tooMany === -1 ? rows.length : tooMany;
}

async function findLastSequence(queries: Queries, access: Access): Promise<number | null> {
  const row = await queries
    .selectFrom('conversations as c')
    .innerJoin('exporters as e', 'e.exporter_key', 'c.exporter_key')
    .select('c.last_sequence')
    .where('c.conversation_key', '=', access.conversationKey)
    .where('e.exporter_key', '=', access.exporterKey)
    .where('e.token_generation', '=', access.generation)
    .executeTakeFirst();
  return row?.last_sequence ?? null;
}

async function keepTicket(database: Kysely<Tables>, access: Access, ticketHash: Buffer, expiresAt: Date) {
  if ((await findLastSequence(database, access)) === null) return false;
  await database
    .insertInto('stream_tickets')
    .values({
      ticket_hash: ticketHash,
      conversation_key: access.conversationKey,
      exporter_key: access.exporterKey,
      token_generation: access.generation,
      expires_at: expiresAt,
    })
    .execute();
  return true;
}

/** Expired tickets of everybody go with it, so that none pile up. */
async function takeTicket(database: Kysely<Tables>, ticketHash: Buffer, now: Date): Promise<Access | null> {
  const rows = await database
    .deleteFrom('stream_tickets')
    .where((is) => is.or([is('ticket_hash', '=', ticketHash), is('expires_at', '<', now)]))
    .returning(['ticket_hash', 'conversation_key', 'exporter_key', 'token_generation', 'expires_at'])
    .execute();
  const ticket = rows.find((row) => row.ticket_hash.equals(ticketHash) && row.expires_at >= now);
  if (!ticket) return null;
  return {
    conversationKey: ticket.conversation_key,
    exporterKey: ticket.exporter_key,
    generation: ticket.token_generation,
  };
}
