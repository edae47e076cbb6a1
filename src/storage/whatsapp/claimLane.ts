import { type Kysely, sql } from 'kysely';
import type { Delivery, Lane, Part } from '../../channels/whatsapp/send/outbox.ts';
import type { WireActivity } from '../../channels/wireActivity.ts';
import type { Tables } from '../tables.ts';

const AT_ONCE = 10;
/** From then on an answer says that the question came late. */
const LATE_AFTER = '1 hour';
/** From then on an answer quotes what it answers. */
const QUOTE_AFTER = '5 minutes';

/** Takes the lane that has been due for longest, if no living sender has it. */
export async function claimLane(
  database: Kysely<Tables>,
  phoneNumberId: string,
  now: Date,
  leasedUntil: Date,
): Promise<Lane | null> {
  const claimed = await sql<{ conversation_key: string; invited_at: Date | null }>`
    update whatsapp_lanes set leased_until = ${leasedUntil} where conversation_key = (
      select l.conversation_key from whatsapp_lanes l
      join whatsapp_people p on p.conversation_key = l.conversation_key and p.phone_number_id = ${phoneNumberId}
      where l.send_at <= ${now} and (l.leased_until is null or l.leased_until <= ${now})
      order by l.send_at limit 1 for update of l skip locked
    ) returning conversation_key, invited_at
  `.execute(database);
  const [lane] = claimed.rows;
  return lane ? readLane(database, lane.conversation_key, lane.invited_at) : null;
}

async function readLane(database: Kysely<Tables>, conversationKey: string, invitedAt: Date | null): Promise<Lane> {
  const person = await database
    .selectFrom('whatsapp_people as p')
    .innerJoin('conversations as c', 'c.conversation_key', 'p.conversation_key')
    .select(['p.phone', 'p.user_id', 'p.last_inbound_at', 'p.shut_at', 'c.language'])
    // The bot notes in its state that she asked for silence.
    .select(sql<boolean>`coalesce((c.state ->> 'isStopped')::boolean, false)`.as('is_stopped'))
    .where('p.conversation_key', '=', conversationKey)
    .executeTakeFirstOrThrow();
  return {
    conversationKey,
    address: { phone: person.phone, userId: person.user_id },
    language: person.language ?? 'id',
    isStopped: person.is_stopped,
    lastInboundAt: person.last_inbound_at,
    shutAt: person.shut_at,
    invitedAt,
    deliveries: await readDeliveries(database, conversationKey),
  };
}

interface DeliveryRow {
  sequence: number;
  activity: WireActivity;
  wamid: string | null;
  is_overtaken: boolean;
  is_slow: boolean;
  is_late: boolean;
}

/** Nothing here depends on when it is read: a part that is sent again must be the same. */
async function readDeliveries(database: Kysely<Tables>, conversationKey: string): Promise<Delivery[]> {
  const { rows } = await sql<DeliveryRow>`
    select d.sequence, a.activity, i.client_activity_id as wamid,
      exists (
        select from activities n where n.conversation_key = d.conversation_key and n.direction = 'in' and n.visible
          and n.sequence > i.sequence and n.sequence < d.sequence
      ) as is_overtaken,
      coalesce(a.stored_at - said.at > ${LATE_AFTER}::interval, false) as is_late,
      coalesce(a.stored_at - said.at > ${QUOTE_AFTER}::interval, false) as is_slow
    from whatsapp_deliveries d
    join activities a on a.conversation_key = d.conversation_key and a.sequence = d.sequence
    left join activities i on i.conversation_key = d.conversation_key and i.direction = 'in'
      and i.sequence = substring(a.activity ->> 'replyToId' from '\\|(\\d{1,9})$')::integer
    left join lateral (select (i.activity #>> '{channelData,saidAt}')::timestamptz as at) said on true
    where d.conversation_key = ${conversationKey} and d.state = 'waiting'
    order by d.sequence limit ${AT_ONCE}
  `.execute(database);
  const parts = await readParts(database, conversationKey);
  return rows.map((row) => ({
    sequence: row.sequence,
    activity: row.activity,
    quote: row.is_overtaken || row.is_slow ? row.wamid : null,
    isLate: row.is_late,
    isAnswer: row.activity.replyToId !== undefined,
    parts: parts.get(row.sequence) ?? [],
  }));
}

async function readParts(database: Kysely<Tables>, conversationKey: string): Promise<Map<number, Part[]>> {
  const rows = await database
    .selectFrom('whatsapp_messages as m')
    .innerJoin('whatsapp_deliveries as d', (join) =>
      join.onRef('d.conversation_key', '=', 'm.conversation_key').onRef('d.sequence', '=', 'm.sequence'),
    )
    .select(['m.sequence', 'm.part', 'm.message_key', 'm.state', 'm.attempts', 'm.begun_at'])
    .where('m.conversation_key', '=', conversationKey)
    .where('d.state', '=', 'waiting')
    .execute();
  const parts = new Map<number, Part[]>();
  for (const { sequence, part, message_key: messageKey, state, attempts, begun_at: begunAt } of rows) {
    if (sequence === null) continue;
    parts.set(sequence, [...(parts.get(sequence) ?? []), { part, messageKey, state, attempts, begunAt }]);
  }
  return parts;
}
