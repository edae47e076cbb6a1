import { type Kysely, sql } from 'kysely';
import type { AuditEntry, AuditLog, AuditSearch } from '../../staff/audit.ts';
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

async function searchLog(database: Kysely<Tables>, search: AuditSearch) {
  const found = matching(database, search);
  const rows = await found
    .selectAll()
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(search.limit)
    .offset(search.offset)
    .execute();
  const { total } = await found.select((of) => of.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const entries = rows.map(
    (row): AuditEntry => ({
      at: row.at,
      actorId: row.actor_id,
      actorName: row.actor_name,
      act: row.act,
      subject: row.subject,
      outcome: row.outcome,
      details: row.details as AuditEntry['details'],
    }),
  );
  return { entries, total };
}

function matching(database: Kysely<Tables>, { actorId, act, words, from, until }: AuditSearch) {
  let query = database.selectFrom('staff_audit');
  if (actorId) query = query.where('actor_id', '=', actorId);
  if (act) query = query.where('act', '=', act);
  if (from) query = query.where('at', '>=', from);
  if (until) query = query.where('at', '<', until);
  if (words) {
    const pattern = `%${words.replace(/[\\%_]/g, '\\$&')}%`;
    query = query.where(sql<boolean>`(actor_name || ' ' || act || ' ' || subject) ilike ${pattern}`);
  }
  return query;
}
