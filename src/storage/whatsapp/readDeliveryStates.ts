import { sql } from 'kysely';
import type { DeliveryState } from '../../channels/whatsapp/send/deliveryState.ts';
import type { Database } from '../openDatabase.ts';

/** How everything that was said in a talk on WhatsApp stands, in the order in which it was said; empty on other channels. */
export async function readDeliveryStates(database: Database, conversationKey: string): Promise<DeliveryState[]> {
  const { rows } = await sql<DeliveryState>`
    select a.activity ->> 'id' as "activityId", d.reason,
      case when d.state = 'done' then m.state else d.state end as state,
      case when d.state = 'done' then m.since else m.failed_at end as since
    from whatsapp_deliveries d
    join activities a on a.conversation_key = d.conversation_key and a.sequence = d.sequence
    left join lateral (
      select (array['failed', 'accepted', 'sent', 'delivered', 'read'])[min(
        case state when 'failed' then 1 when 'sent' then 3 when 'delivered' then 4 when 'read' then 5 else 2 end
      )] as state,
      max(coalesce(read_at, delivered_at, sent_at, accepted_at)) as since, max(failed_at) as failed_at
      from whatsapp_messages where conversation_key = d.conversation_key and sequence = d.sequence
    ) m on true
    where d.conversation_key = ${conversationKey} order by d.sequence
  `.execute(database);
  return rows;
}
