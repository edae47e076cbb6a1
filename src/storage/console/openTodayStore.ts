import { type Kysely, sql } from 'kysely';
import type { DueCase, TodayStore, Week } from '../../console/server/today/todayStore.ts';
import type { Tables } from '../tables.ts';
import { countHeldWaiting, listParked, listUndelivered } from './listUndelivered.ts';
import { waitingSince } from './openUnansweredStore.ts';

/** Counts for the first page of the console. */
export function openTodayStore(database: Kysely<Tables>): TodayStore {
  return {
    countWaiting: (since) => countWaiting(database, since),
    countDrafts: async () => {
      const drafts = database.selectFrom('knowledge_drafts').where('state', '=', 'in-review');
      const { count } = await drafts.select(sql<number>`count(*)::integer`.as('count')).executeTakeFirstOrThrow();
      return count;
    },
    readCases: (now, limit) => readCases(database, now, limit),
    countFailed: (since) => countFailed(database, since),
    listUndelivered: (since, limit) => listUndelivered(database, since, limit),
    listParked: (limit) => listParked(database, limit),
    countHeldWaiting: () => countHeldWaiting(database),
    readWeek: (from, until) => readWeek(database, from, until),
    countByDay: (since) => countByDay(database, since),
  };
}

async function countWaiting(database: Kysely<Tables>, since: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (${waitingSince(since)}) waiting`.execute(database);
  return rows[0]?.count ?? 0;
}

async function readCases(database: Kysely<Tables>, now: Date, limit: number) {
  const open = database.selectFrom('cases').where('state', '<>', 'closed');
  const counted = await open
    .select([
      sql<number>`count(*)::integer`.as('open'),
      sql<number>`(count(*) filter (where due_at < ${now}::timestamptz))::integer`.as('overdue'),
    ])
    .executeTakeFirstOrThrow();
  const due = await open
    .select(['case_number as number', 'topic', 'state', 'unit', 'is_urgent as isUrgent', 'due_at as dueAt'])
    .where('due_at', 'is not', null)
    .orderBy('due_at')
    .limit(limit)
    .execute();
  return { ...counted, due: due as DueCase[] };
}

async function countFailed(database: Kysely<Tables>, since: Date) {
  const { rows } = await sql<{ mails: number; tellings: number; whatsapp: number }>`
    select
      (select count(*) from outbox where status = 'failed' and kind = 'mail' and created_at >= ${since}::timestamptz)::integer as mails,
      (select count(*) from outbox where status = 'failed' and kind = 'talk' and created_at >= ${since}::timestamptz)::integer as tellings,
      (select count(*) from whatsapp_deliveries d join activities a using (conversation_key, sequence)
        where d.state = 'failed' and a.stored_at >= ${since}::timestamptz)::integer as whatsapp
  `.execute(database);
  return rows[0] ?? { mails: 0, tellings: 0, whatsapp: 0 };
}

async function readWeek(database: Kysely<Tables>, from: Date, until: Date): Promise<Week> {
  const { rows } = await sql<Week>`
    select
      (count(*) filter (where decision <> 'small-talk'))::integer as questions,
      (count(*) filter (where decision in ('answer', 'brief')))::integer as answered,
      (count(*) filter (where decision = 'clarify'))::integer as "afterChoice",
      (count(*) filter (where decision = 'unresolved'))::integer as unanswered,
      (count(*) filter (where verdict = 'up'))::integer as "thumbsUp",
      (count(*) filter (where verdict = 'down'))::integer as "thumbsDown",
      count(distinct conversation_key)::integer as exporters
    from turns left join feedback using (conversation_key, turn_id)
    where answered_at >= ${from}::timestamptz and answered_at < ${until}::timestamptz
  `.execute(database);
  return rows[0] as Week;
}

async function countByDay(database: Kysely<Tables>, since: Date) {
  const { rows } = await sql<{ day: string; count: number }>`
    select to_char(answered_at at time zone 'Asia/Jakarta', 'YYYY-MM-DD') as day, count(*)::integer as count
    from turns
    where answered_at >= date_trunc('day', ${since}::timestamptz at time zone 'Asia/Jakarta') at time zone 'Asia/Jakarta'
      and decision <> 'small-talk'
    group by day
  `.execute(database);
  return rows;
}
