import { type RawBuilder, sql } from 'kysely';

/**
 * Everybody whom a notice went to, and how it stands with her: the columns of `Told`.
 *
 * The outbox says whether it was said in her talk; on WhatsApp her phone tells more, on the web that she came back or
 * wrote since. Whoever erased her data before it was said has lost her row in the outbox.
 */
export function toldStates(noticeId: number): RawBuilder<unknown> {
  return sql`
    select r.conversation_key as talk, c.channel, coalesce(c.language, 'id') as language,
      coalesce(asked.question, '') as question, coalesce(asked.answered_at, n.settled_at) as at,
      case
        when o.id is null or o.status = 'dropped' then 'gone'
        when o.status in ('failed', 'waiting') then o.status
        when c.channel = 'bot-service' then 'delivered'
        when c.channel = 'web' then case when hers.has_come then 'delivered' else 'sent' end
        when d.sequence is null then 'gone'
        when d.state <> 'done' then d.state
        when m.has_failed then 'failed'
        when m.is_there then 'delivered'
        else 'sent'
      end as state,
      coalesce(m.since, o.ended_at) as since
    from notice_recipients r
    join notices n on n.id = r.notice_id
    join conversations c on c.conversation_key = r.conversation_key
    join exporters e on e.exporter_key = c.exporter_key
    left join outbox o on o.message_key = r.message_key
    left join whatsapp_deliveries d on d.conversation_key = r.conversation_key and d.sequence = o.sequence
    left join lateral (
      select bool_or(state = 'failed') as has_failed, bool_and(state in ('delivered', 'read')) as is_there,
        max(coalesce(read_at, delivered_at, failed_at, sent_at, accepted_at)) as since
      from whatsapp_messages w where w.conversation_key = r.conversation_key and w.sequence = o.sequence
    ) m on true
    left join lateral (
      select e.seen_at > o.ended_at or exists (
        select 1 from activities a
        where a.conversation_key = r.conversation_key and a.sequence > o.sequence and a.direction = 'in' and a.visible
      ) as has_come
    ) hers on true
    left join lateral (
      select t.question, t.answered_at
      from jsonb_to_recordset(r.shown) as s (talk text, turn text)
      join turns t on t.conversation_key = s.talk and t.turn_id = s.turn
      order by t.answered_at desc limit 1
    ) asked on true
    where r.notice_id = ${noticeId}`;
}
