import { type Kysely, sql } from 'kysely';
import type { KeptPhone } from '../../console/server/talks/talkReader.ts';
import type { Tables } from '../tables.ts';

/** The phone at the other end of a talk on WhatsApp, and whether it may be written to. */
export async function readPhone(database: Kysely<Tables>, key: string): Promise<KeptPhone | null> {
  const row = await database
    .selectFrom('whatsapp_people as p')
    .leftJoin('whatsapp_lanes as l', 'l.conversation_key', 'p.conversation_key')
    .select(['p.phone', 'p.username', 'p.last_inbound_at', 'p.shut_at', 'l.invited_at'])
    .select(
      sql<number>`(
        select count(*) from whatsapp_deliveries d
        where d.conversation_key = p.conversation_key and d.state = 'parked' and d.reason = 'window')`.as('parked'),
    )
    .where('p.conversation_key', '=', key)
    .executeTakeFirst();
  if (!row) return null;
  const { phone: number, username, last_inbound_at: lastInboundAt, shut_at: shutAt, invited_at: invitedAt } = row;
  return { number, username, lastInboundAt, shutAt, invitedAt, parked: Number(row.parked) };
}
