import { type RawBuilder, sql } from 'kysely';

/**
 * How one thing that was said on WhatsApp stands: `state`, `reason`, `since`; no row on other channels.
 *
 * Of several messages the slowest counts.
 */
export function deliveryOf(conversationKey: RawBuilder<unknown>, sequence: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select d.reason,
      case when d.state = 'done' then m.state else d.state end as state,
      case when d.state = 'done' then m.since else m.failed_at end as since
    from whatsapp_deliveries d
    left join lateral (
      select (array['failed', 'accepted', 'sent', 'delivered', 'read'])[min(
        case state when 'failed' then 1 when 'sent' then 3 when 'delivered' then 4 when 'read' then 5 else 2 end
      )] as state,
      max(coalesce(read_at, delivered_at, sent_at, accepted_at)) as since, max(failed_at) as failed_at
      from whatsapp_messages where conversation_key = d.conversation_key and sequence = d.sequence
    ) m on true
    where d.conversation_key = ${conversationKey} and d.sequence = ${sequence}`;
}
