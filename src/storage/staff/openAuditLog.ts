import { type Kysely, sql } from 'kysely';
import type { AuditEntry, AuditLog, AuditSearch, FoundEntry } from '../../staff/audit.ts';
import type { Tables } from '../tables.ts';

/** Keeps the log of acts in PostgreSQL, where a trigger refuses to change or remove what stands in it. */
export function openAuditLog(database: Kysely<Tables>): AuditLog {
  return {
    write: (entry) => write(database, entry),
    search: (search) => searchLog(database, search),
  };
}

async function write(database: Kysely<Tables>, entry: AuditEntry): Promise<void> {
  await database
    .insertInto('staff_audit')
    .values({
      at: entry.at,
      actor_id: entry.actorId,
      actor_name: entry.actorName,
      act: entry.act,
      subject: entry.subject,
      outcome: entry.outcome,
      details: JSON.stringify(entry.details),
    })
    .execute();
}

interface Row {
  readonly at: Date;
  readonly actor_kind: FoundEntry['actorKind'];
  readonly actor_id: string | null;
  readonly actor_name: string;
  readonly act: string;
  readonly subject: string;
  readonly outcome: FoundEntry['outcome'];
  readonly details: FoundEntry['details'];
}

/** What staff do anywhere, and what anybody does to a case: the cases room keeps its own rows, with the move they are of. */
const LOG = sql`(
  select at, 'staff' as actor_kind, actor_id, actor_name, act, subject, outcome, details, id from staff_audit
  union all
  select happened_at, actor_kind, null, coalesce(actor, ''), act,
    coalesce(case_number, detail ->> 'talk', detail ->> 'day', ''), 'done', detail, id from audit
) log`;

async function searchLog(database: Kysely<Tables>, search: AuditSearch) {
  const where = conditionOf(search);
  const { rows } = await sql<Row>`
    select * from ${LOG} where ${where}
    order by at desc, id desc limit ${search.limit} offset ${search.offset}`.execute(database);
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from ${LOG} where ${where}`.execute(database);
  return { entries: rows.map(entryOf), total: counted.rows[0]?.total ?? 0 };
}

function entryOf({ actor_kind, actor_id, actor_name, at, act, subject, outcome, details }: Row): FoundEntry {
  return { actorKind: actor_kind, actorId: actor_id, actorName: actor_name, at, act, subject, outcome, details };
}

function conditionOf({ actorId, act, words, from, until, by }: AuditSearch) {
  const pattern = `%${(words ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    sql`true`,
    ...(actorId ? [sql`actor_id = ${actorId}`] : []),
    ...(by ? [sql`actor_kind = any(${[...by]}::text[])`] : []),
    ...(act ? [sql`act = ${act}`] : []),
    ...(from ? [sql`at >= ${from}::timestamptz`] : []),
    ...(until ? [sql`at < ${until}::timestamptz`] : []),
    ...(words ? [sql`(actor_name || ' ' || act || ' ' || subject) ilike ${pattern}`] : []),
  ];
  return sql.join(conditions, sql` and `);
}
