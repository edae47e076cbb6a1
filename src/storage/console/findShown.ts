import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Shown } from '../../console/server/notices/noticeStore.ts';
import type { Tables } from '../tables.ts';
import { waitingSince } from './openUnansweredStore.ts';

/**
 * The last answer of each person to each question since then, with the revision of a row that it was made from.
 *
 * Turns that were kept without the number of their publish count as of the one before them. Whoever was told by an
 * earlier notice got that answer, too. Erased turns have no explanation.
 */
export async function findShown(
  database: Kysely<Tables>,
  { table, key }: { readonly table: string; readonly key: string },
  entries: readonly string[] | null,
  since: Date,
): Promise<Shown[]> {
  const isWanted = (column: RawBuilder<unknown>) =>
    entries === null ? sql`${column} is not null` : sql`${column} = any(${[...entries]}::text[])`;
  const { rows } = await sql<Shown>`
    with given as (
      select t.conversation_key as talk, t.turn_id as turn, t.entry_id as entry,
        coalesce(t.explanation -> 'slots', '{}') as slots, t.language as "shownIn", t.question, t.answered_at as at,
        coalesce(t.knowledge_version,
          (select max(p.version) from knowledge_publishes p where p.published_at <= t.answered_at)) as version
      from turns t
      where t.decision in ('answer', 'brief') and t.answered_at >= ${since}::timestamptz
        and t.explanation is not null and btrim(t.question) <> '' and ${isWanted(sql`t.entry_id`)}
      union all
      select t.conversation_key, t.turn_id, told.entry, coalesce(told.slots, '{}'), coalesce(c.language, t.language),
        t.question, n.settled_at, n.told_version
      from notices n
      join notice_recipients r on r.notice_id = n.id
      cross join lateral jsonb_to_recordset(r.shown) as told (talk text, turn text, entry text, slots jsonb)
      join turns t on t.conversation_key = told.talk and t.turn_id = told.turn
      join conversations c on c.conversation_key = r.conversation_key
      where n.outcome = 'sent' and n.settled_at >= ${since}::timestamptz
        and t.explanation is not null and btrim(t.question) <> '' and ${isWanted(sql`told.entry`)}
    )
    select distinct on (whose.person, given.entry, given.slots)
      given.*, whose.person as "personKey", home.home, home.channel, coalesce(home.language, given."shownIn") as language,
      home.is_stopped as "isStopped",
      (select max(v.revision) from knowledge_revisions v
        where v.table_name = ${table} and v.row_key = ${key} and v.version <= given.version) as revision
    from given ${persons(sql`given.talk`)}
    order by whose.person, given.entry, given.slots, given.at desc
  `.execute(database);
  return rows;
}

/** Questions in these wordings without a good answer, settled or not, whose askers have not been told. */
export async function findAskers(
  database: Kysely<Tables>,
  questions: readonly string[],
  since: Date,
): Promise<Shown[]> {
  const { rows } = await sql<Shown>`
    with given as (
      select conversation_key, turn_id from (${waitingSince(since)}) waiting
      union
      select s.conversation_key, s.turn_id from settled_turns s
      where s.outcome in ('phrasing', 'entry') and s.told_at is null
    )
    select distinct on (whose.person, t.question)
      t.conversation_key as talk, t.turn_id as turn, null as entry, '{}'::jsonb as slots, t.language as "shownIn",
      t.question, t.answered_at as at, coalesce(t.knowledge_version, 0) as version, null as revision,
      whose.person as "personKey", home.home, home.channel, coalesce(home.language, t.language) as language,
      home.is_stopped as "isStopped"
    from given join turns t using (conversation_key, turn_id) ${persons(sql`t.conversation_key`)}
    where t.question = any(${[...questions]}::text[]) and t.answered_at >= ${since}::timestamptz
      and t.explanation is not null
    order by whose.person, t.question, t.answered_at desc
  `.execute(database);
  return rows;
}

/** What staff settled by an answer, and nobody told the askers of. */
export async function findUntold(database: Kysely<Tables>, since: Date) {
  const { rows } = await sql<{ entry: string; question: string; settledAt: Date }>`
    select s.entry_id as entry, t.question, s.settled_at as "settledAt"
    from settled_turns s join turns t using (conversation_key, turn_id)
    where s.outcome in ('phrasing', 'entry') and s.entry_id is not null and s.told_at is null
      and t.answered_at >= ${since}::timestamptz and t.explanation is not null and btrim(t.question) <> ''
    group by s.entry_id, t.question, s.settled_at
    order by "settledAt" desc
    limit 2000
  `.execute(database);
  return rows;
}

/** Whose talk it is, and where that person is told: the talk in which something was said last. */
function persons(talk: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    join conversations asked on asked.conversation_key = ${talk}
    left join exporter_links link on link.exporter_key = asked.exporter_key
    cross join lateral (select coalesce(link.person_key::text, asked.exporter_key) as person) whose
    cross join lateral (
      select (array_agg(c.conversation_key order by c.last_stamped_at desc))[1] as home,
        (array_agg(c.channel order by c.last_stamped_at desc))[1] as channel,
        (array_agg(c.language order by c.last_stamped_at desc))[1] as language,
        bool_or(coalesce((c.state ->> 'isStopped')::boolean, false)) as is_stopped
      from conversations c
      where c.exporter_key in (
        select other.exporter_key from exporter_links other where other.person_key = link.person_key
        union select asked.exporter_key
      )
    ) home`;
}
