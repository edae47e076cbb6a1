import { sql, type Transaction } from 'kysely';
import type { Recipient } from '../../console/server/notices/noticeStore.ts';
import { announceOutbox } from '../cases/keepEvent.ts';
import type { Tables } from '../tables.ts';

type Work = Transaction<Tables>;

const AT_ONCE = 500;

/**
 * Puts a notice into the outbox for each of these people. From here on it goes the way of all news: said in her talk in
 * the transaction that marks it as sent.
 *
 * Their talks are locked first: who erases her data at this moment does so before, and is left out, or after, and takes
 * the message out of the outbox again.
 *
 * @returns how many people it were
 */
export async function putRecipients(
  work: Work,
  noticeId: number,
  recipients: readonly Recipient[],
  now: Date,
): Promise<number> {
  let people = 0;
  for (let at = 0; at < recipients.length; at += AT_ONCE)
    people += await putSome(work, noticeId, recipients.slice(at, at + AT_ONCE), at, now);
  if (people > 0) await announceOutbox(work);
  return people;
}

async function putSome(work: Work, noticeId: number, some: readonly Recipient[], first: number, now: Date) {
  const homes = some.map(({ home }) => home);
  await sql`
    select conversation_key from conversations where conversation_key = any(${homes}::text[])
    order by conversation_key for update
  `.execute(work);
  const given = some.map(({ personKey, home, shown, telling }, n) => {
    const key = `notice-${noticeId}-${first + n + 1}`;
    return { person: personKey, home, shown, telling, key };
  });
  const { numAffectedRows } = await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g (person text, home text, shown jsonb, telling jsonb, key text)
    ), fit as (
      select g.* from given g join conversations c on c.conversation_key = g.home
      where not coalesce((c.state ->> 'isStopped')::boolean, false) and exists (
        select 1 from jsonb_to_recordset(g.shown) as s (talk text, turn text)
        join turns t on t.conversation_key = s.talk and t.turn_id = s.turn
        where t.explanation is not null
      )
    ), told as (
      insert into notice_recipients (notice_id, person_key, conversation_key, shown, message_key)
      select ${noticeId}::bigint, person, home, shown, key from fit
      on conflict do nothing returning message_key
    )
    insert into outbox (message_key, kind, case_number, conversation_key, payload, due_at, created_at)
    select key, 'talk', null, home, telling, ${now}::timestamptz, ${now}::timestamptz
    from fit where key in (select message_key from told)
  `.execute(work);
  return Number(numAffectedRows ?? 0);
}
