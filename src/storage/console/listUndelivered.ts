import { type Kysely, sql } from 'kysely';
import type { KeptParked, KeptUndelivered } from '../../console/server/today/todayStore.ts';
import type { Tables } from '../tables.ts';

/** What did not reach somebody since then: mails, words that never got into a talk, and those that did but no further. */
export async function listUndelivered(
  database: Kysely<Tables>,
  since: Date,
  limit: number,
): Promise<KeptUndelivered[]> {
  const { rows } = await sql<KeptUndelivered>`
    select case o.kind when 'mail' then 'mail' else 'telling' end as kind, o.conversation_key as talk,
      o.case_number as number, o.fault as reason, o.ended_at as at
    from outbox o where o.status = 'failed' and o.created_at >= ${since}::timestamptz
    union all
    select 'whatsapp', d.conversation_key, o.case_number, d.reason, a.stored_at
    from whatsapp_deliveries d
    join activities a using (conversation_key, sequence)
    left join outbox o using (conversation_key, sequence)
    where d.state = 'failed' and a.stored_at >= ${since}::timestamptz
    order by at desc nulls last limit ${limit}
  `.execute(database);
  return rows;
}

/** Talks in which something waits for the exporter to write, those invited longest ago first. */
export async function listParked(database: Kysely<Tables>, limit: number): Promise<KeptParked[]> {
  const { rows } = await sql<KeptParked>`
    select d.conversation_key as talk, count(*)::integer as count, min(l.invited_at) as "invitedAt"
    from whatsapp_deliveries d left join whatsapp_lanes l using (conversation_key)
    where d.state = 'parked' and d.reason = 'window'
    group by d.conversation_key order by "invitedAt" nulls last limit ${limit}
  `.execute(database);
  return rows;
}

/** Of a talk `c`: staff holds it, and the exporter spoke last. */
export const waitsForStaff = sql`(c.owner = 'staff' and (
  select a.direction from activities a
  where a.conversation_key = c.conversation_key and a.visible and a.activity ->> 'type' = 'message'
  order by a.sequence desc limit 1) = 'in')`;

/** Talks in which somebody waits for a person. */
export async function countHeldWaiting(database: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from conversations c where ${waitsForStaff}
  `.execute(database);
  return rows[0]?.count ?? 0;
}
