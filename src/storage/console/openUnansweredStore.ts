import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  KeptAside,
  Settlement,
  UnansweredStore,
  WaitingQuestion,
} from '../../console/server/unanswered/unansweredStore.ts';
import type { Tables } from '../tables.ts';

/** Reads misses and thumbs down out of the turns, and notes what became of them. */
export function openUnansweredStore(database: Kysely<Tables>): UnansweredStore {
  return {
    findWaiting: (since, limit) => findWaiting(database, since, limit),
    settle: (wordings, since, settlement) => settle(database, wordings, since, settlement),
    listAside: (since, limit, offset) => listAside(database, since, limit, offset),
    restore: (at, by) => restore(database, at, by),
  };
}

/** Turns since then that nobody has settled: without an answer, or with one that got the thumbs down. */
export function waitingSince(since: Date): RawBuilder<unknown> {
  return sql`
    select t.conversation_key, t.turn_id, t.question, t.language, t.answered_at, t.explanation,
      'miss' as kind, null::text as entry_id
    from turns t
    where t.decision = 'unresolved' and t.answered_at >= ${since}::timestamptz
      and not exists (select 1 from settled_turns s where (s.conversation_key, s.turn_id) = (t.conversation_key, t.turn_id))
    union all
    select t.conversation_key, t.turn_id, t.question, t.language, t.answered_at, t.explanation,
      'thumbs-down', t.entry_id
    from feedback f join turns t using (conversation_key, turn_id)
    where f.verdict = 'down' and t.decision <> 'unresolved' and t.answered_at >= ${since}::timestamptz
      and not exists (select 1 from settled_turns s where (s.conversation_key, s.turn_id) = (t.conversation_key, t.turn_id))`;
}

async function findWaiting(database: Kysely<Tables>, since: Date, limit: number): Promise<WaitingQuestion[]> {
  const { rows } = await sql<{
    question: string;
    language: WaitingQuestion['language'];
    kind: WaitingQuestion['kind'];
    entry_id: string | null;
    nearest_id: string | null;
    day: string;
    count: number;
    last_at: Date;
  }>`
    select question, language, kind, entry_id, explanation -> 'candidates' -> 0 ->> 'id' as nearest_id,
      to_char(answered_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as day,
      count(*)::integer as count, max(answered_at) as last_at
    from (${waitingSince(since)}) waiting
    where btrim(question) <> ''
    group by question, language, kind, entry_id, nearest_id, day
    order by last_at desc
    limit ${limit}::integer
  `.execute(database);
  return rows.map(({ question, entry_id, nearest_id, last_at, ...rest }) => ({
    ...rest,
    text: question,
    entryId: entry_id,
    nearestId: nearest_id,
    lastAt: last_at,
  }));
}

async function settle(database: Kysely<Tables>, wordings: readonly string[], since: Date, by: Settlement) {
  const { numAffectedRows } = await sql`
    insert into settled_turns (conversation_key, turn_id, outcome, entry_id, reason, settled_by, settled_at)
    select conversation_key, turn_id, ${by.outcome}, ${by.entryId}, ${by.reason}, ${by.settledBy}, ${by.settledAt}::timestamptz
    from (${waitingSince(since)}) waiting
    where question = any(${[...wordings]}::text[])
    on conflict do nothing
  `.execute(database);
  return Number(numAffectedRows ?? 0);
}

const MOST_WORDINGS_SHOWN = 20;

async function listAside(database: Kysely<Tables>, since: Date, limit: number, offset: number) {
  const { rows } = await sql<KeptAside & { total: number }>`
    select s.settled_at as at, s.settled_by as by, coalesce(m.name, '') as "byName", s.reason,
      (array_agg(distinct t.question))[1:${MOST_WORDINGS_SHOWN}::integer] as questions,
      count(*)::integer as count, (count(*) over ())::integer as total
    from settled_turns s
    join turns t using (conversation_key, turn_id)
    left join staff_members m on m.id = s.settled_by
    where s.outcome = 'set-aside' and t.answered_at >= ${since}::timestamptz
    group by s.settled_at, s.settled_by, m.name, s.reason
    order by s.settled_at desc limit ${limit} offset ${offset}
  `.execute(database);
  return { asides: rows.map(({ total: _, ...aside }) => aside), total: rows[0]?.total ?? 0 };
}

async function restore(database: Kysely<Tables>, at: Date, by: string): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('settled_turns')
    .where('outcome', '=', 'set-aside')
    .where('settled_at', '=', at)
    .where('settled_by', '=', by)
    .executeTakeFirst();
  return Number(numDeletedRows);
}
