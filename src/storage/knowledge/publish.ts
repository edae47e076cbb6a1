import { sql, type Transaction } from 'kysely';
import {
  PUBLISHED_TOPIC,
  type PublishedBy,
  type PublishOutcome,
  type RowChange,
} from '../../knowledge/knowledgeStore.ts';
import type { Tables } from '../tables.ts';

type Work = Transaction<Tables>;

/** A change, and the file content it comes from when it comes from a file. */
export type KeptChange = RowChange & { readonly fileHash?: string };

/** One publish at a time, in every process; others wait. */
export async function lockKnowledge(work: Work): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('knowledge', 0))`.execute(work);
}

/**
 * Publishes all changes as one version, or none: a row that moved on since the change was begun refuses them all.
 */
export async function publish(
  work: Work,
  changes: readonly RowChange[],
  by: PublishedBy,
  now: Date,
): Promise<PublishOutcome> {
  await lockKnowledge(work);
  const moved = await findMoved(work, changes);
  if (moved.length > 0) return { kind: 'conflict', rows: moved };
  const version = await keepVersion(work, changes, by, now);
  return { kind: 'published', version };
}

/** Writes a version whose rows are known to stand where the changes say; announced when the transaction commits. */
export async function keepVersion(
  work: Work,
  changes: readonly KeptChange[],
  by: PublishedBy,
  now: Date,
): Promise<number> {
  const { version } = await work
    .insertInto('knowledge_publishes')
    .values({
      version: sql<number>`(select coalesce(max(version), 0) + 1 from knowledge_publishes)`,
      author: by.author,
      reason: by.reason,
      published_at: now,
    })
    .returning('version')
    .executeTakeFirstOrThrow();
  for (const part of inParts(changes)) await keepRevisions(work, part, by, version);
  await keepNotices(work, changes, by, version, now);
  await sql`select pg_notify(${PUBLISHED_TOPIC}, ${String(version)})`.execute(work);
  return version;
}

async function findMoved(work: Work, changes: readonly RowChange[]) {
  const moved: { table: string; key: string }[] = [];
  for (const { table, key, baseRevision } of changes) {
    const row = await work
      .selectFrom('knowledge_rows')
      .select('revision')
      .where('table_name', '=', table)
      .where('row_key', '=', key)
      .executeTakeFirst();
    if ((row?.revision ?? 0) !== baseRevision) moved.push({ table, key });
  }
  return moved;
}

async function keepRevisions(work: Work, changes: readonly KeptChange[], by: PublishedBy, version: number) {
  const revisions = changes.map(({ table, key, value, hash, baseRevision }) => ({
    table_name: table,
    row_key: key,
    revision: baseRevision + 1,
    value: value === null ? null : JSON.stringify(value),
    content_hash: hash,
    origin: by.origin,
    version,
  }));
  await work.insertInto('knowledge_revisions').values(revisions).execute();
  const rows = changes.map(({ table, key, value, baseRevision, fileHash }) => ({
    table_name: table,
    row_key: key,
    revision: baseRevision + 1,
    is_live: value !== null,
    file_hash: fileHash ?? null,
  }));
  await work
    .insertInto('knowledge_rows')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['table_name', 'row_key']).doUpdateSet({
        revision: (is) => is.ref('excluded.revision'),
        is_live: (is) => is.ref('excluded.is_live'),
        file_hash: sql`coalesce(excluded.file_hash, knowledge_rows.file_hash)`,
      }),
    )
    .execute();
}

/** In the transaction of the publish: a correction that is live is also one that somebody is asked to pass on. */
async function keepNotices(
  work: Work,
  changes: readonly RowChange[],
  by: PublishedBy,
  version: number,
  now: Date,
): Promise<void> {
  const notices = changes.flatMap(({ table, key, baseRevision, material }) =>
    material && baseRevision > 0
      ? [{ table_name: table, row_key: key, revision: baseRevision + 1, reason: material }]
      : [],
  );
  if (notices.length === 0) return;
  await work
    .insertInto('notices')
    .values(notices.map((notice) => ({ ...notice, kind: 'correction', version, made_by: by.author, made_at: now })))
    .execute();
}

/** PostgreSQL takes 65,535 values in one statement. */
const ROWS_AT_ONCE = 500;

function inParts<T>(all: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(all.length / ROWS_AT_ONCE) }, (_, n) =>
    all.slice(n * ROWS_AT_ONCE, (n + 1) * ROWS_AT_ONCE),
  );
}
