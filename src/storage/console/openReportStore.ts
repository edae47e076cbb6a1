import { type Kysely, type RawBuilder, sql } from 'kysely';
import type {
  Counts,
  Dimension,
  ObstacleCase,
  Period,
  ReportStore,
  Results,
  Totals,
  UnitFigures,
} from '../../console/server/reports/reportStore.ts';
import type { Tables } from '../tables.ts';

/** Reads the figures of reports out of turns, thumbs and cases. */
export function openReportStore(database: Kysely<Tables>): ReportStore {
  return {
    readTotals: (period) => readTotals(database, period),
    countAll: (period) => countAll(database, period),
    readUnits: (period) => readUnits(database, period),
    readResults: (period) => readResults(database, period),
    listObstacles: (period) => listObstacles(database, period),
  };
}

/** A choice that was taken and the answer to it are one question: the choice is left out. */
function questionsIn({ from, until }: Period): RawBuilder<unknown> {
  return sql`
    select * from (
      select conversation_key, language, decision, entry_id, explanation -> 'slots' as slots,
        (answered_at at time zone 'Asia/Jakarta')::date as day,
        lag(decision) over talk as before, lead(decision) over talk as after
      from turns
      where answered_at >= ${from}::timestamptz and answered_at < ${until}::timestamptz and decision <> 'small-talk'
      window talk as (partition by conversation_key order by answered_at, turn_id)
    ) asked
    where not (decision = 'clarify' and coalesce(after in ('answer', 'brief'), false))`;
}

async function readTotals(database: Kysely<Tables>, period: Period): Promise<Totals> {
  const { from, until } = period;
  const { rows } = await sql<Totals>`
    select questions.*, thumbs.*, kept.* from
      (select count(*)::integer as questions, count(distinct conversation_key)::integer as talks,
        (count(*) filter (where decision in ('answer', 'brief') and before is distinct from 'clarify'))::integer as "atOnce",
        (count(*) filter (where decision in ('answer', 'brief') and before = 'clarify'))::integer as "afterChoice",
        (count(*) filter (where decision = 'clarify'))::integer as "leftAtChoice",
        (count(*) filter (where decision = 'unresolved'))::integer as unanswered
      from (${questionsIn(period)}) q) questions,
      (select (count(*) filter (where verdict = 'up'))::integer as "thumbsUp",
        (count(*) filter (where verdict = 'down'))::integer as "thumbsDown"
      from feedback where given_at >= ${from}::timestamptz and given_at < ${until}::timestamptz) thumbs,
      (select (count(*) filter (where opened_at >= ${from}::timestamptz and opened_at < ${until}::timestamptz))::integer as cases,
        (count(*) filter (where closed_at >= ${from}::timestamptz and closed_at < ${until}::timestamptz))::integer as "casesClosed"
      from cases) kept
  `.execute(database);
  return rows[0] as Totals;
}

/** One reading for all of them: sorting the turns of a busy month takes longer than counting them eight times. */
async function countAll(database: Kysely<Tables>, period: Period): Promise<Counts> {
  const { rows } = await sql<{ dimension: Dimension; key: string; count: number }>`
    with q as materialized (${questionsIn(period)})
    select 'day' as dimension, to_char(day, 'YYYY-MM-DD') as key, count(*)::integer as count from q group by day
    union all select 'language', language, count(*)::integer from q group by language
    union all select 'channel', c.channel, count(*)::integer
      from q join conversations c using (conversation_key) group by c.channel
    union all select 'area', substring(entry_id from '^[^.-]+') as area, count(*)::integer
      from q where entry_id is not null group by area
    -- of several products or destinations, under each
    union all select slot.name, value, count(*)::integer
      from q, (values ('agreement'), ('product'), ('destination')) slot (name),
        jsonb_array_elements_text(case jsonb_typeof(q.slots -> slot.name) when 'array' then q.slots -> slot.name else '[]' end) value
      group by slot.name, value
  `.execute(database);
  const counts = (dimension: Dimension) =>
    rows
      .filter((row) => row.dimension === dimension)
      .map(({ key, count }) => ({ key, count }))
      .sort((a, b) => (dimension === 'day' ? 0 : b.count - a.count) || (a.key < b.key ? -1 : 1));
  return {
    ...{ day: counts('day'), language: counts('language'), channel: counts('channel'), area: counts('area') },
    ...{ agreement: counts('agreement'), product: counts('product'), destination: counts('destination') },
  };
}

async function readUnits(database: Kysely<Tables>, { from, until }: Period): Promise<UnitFigures[]> {
  const { rows } = await sql<UnitFigures>`
    select unit, count(*)::integer as cases,
      (count(*) filter (where state = 'closed'))::integer as closed,
      round((percentile_cont(0.5) within group (order by extract(epoch from accepted_at - opened_at) / 3600))::numeric, 1)::float as "acceptHours",
      round((percentile_cont(0.5) within group (order by extract(epoch from answered_at - opened_at) / 3600))::numeric, 1)::float as "answerHours",
      (count(*) filter (where answered_at <= promised_at))::integer as kept,
      (count(*) filter (where answered_at > promised_at))::integer as broken
    from cases
    where opened_at >= ${from}::timestamptz and opened_at < ${until}::timestamptz
    group by unit order by cases desc, unit nulls first
  `.execute(database);
  return rows;
}

async function readResults(database: Kysely<Tables>, { from, until }: Period): Promise<Results> {
  const closed = sql`from cases where closed_at >= ${from}::timestamptz and closed_at < ${until}::timestamptz`;
  const { rows } = await sql<Omit<Results, 'values'>>`
    select (count(*) filter (where is_resolved))::integer as resolved,
      (count(*) filter (where not is_resolved))::integer as unresolved ${closed}`.execute(database);
  const values = await sql<Results['values'][number]>`
    select export_currency as currency, sum(export_value)::float as amount, count(*)::integer as cases
    ${closed} and export_value is not null group by export_currency order by cases desc, currency`.execute(database);
  return { ...(rows[0] ?? { resolved: 0, unresolved: 0 }), values: values.rows };
}

async function listObstacles(database: Kysely<Tables>, { from, until }: Period): Promise<ObstacleCase[]> {
  const { rows } = await sql<ObstacleCase>`
    select coalesce(exporter_key, case_number) as firm, agreement, product, personal ->> 'company' as company,
      is_resolved as "isResolved", export_value::float as amount, export_currency as currency
    from cases
    where opened_at >= ${from}::timestamptz and opened_at < ${until}::timestamptz
  `.execute(database);
  return rows;
}
