import { type Kysely, sql } from 'kysely';
import type { KnowledgeStore, LiveKnowledge, LiveRow, Proposal, Revision } from '../../knowledge/knowledgeStore.ts';
import type { Tables } from '../tables.ts';
import { mergeFiles } from './mergeFiles.ts';
import { publish } from './publish.ts';

/** Keeps the knowledge in PostgreSQL: every revision for good, one of each row live. */
export function openKnowledgeStore(database: Kysely<Tables>): KnowledgeStore {
  return {
    mergeFiles: (rows, decide, now) => database.transaction().execute((work) => mergeFiles(work, rows, decide, now)),
    readLive: () => readLive(database),
    readVersion: () => readVersion(database),
    readRetired: () => readRetired(database),
    publish: (changes, by, now) => database.transaction().execute((work) => publish(work, changes, by, now)),
    readHistory: (table, key) => readHistory(database, table, key),
    readProposals: () => readProposals(database),
    settleProposal: (table, key) => settleProposal(database, table, key),
  };
}

/** One snapshot: rows and version belong together also while somebody publishes. */
async function readLive(database: Kysely<Tables>): Promise<LiveKnowledge> {
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (work) => {
      const version = await readVersion(work);
      const rows = await work
        .selectFrom('knowledge_rows as row')
        .innerJoin('knowledge_revisions as revision', (on) =>
          on
            .onRef('revision.table_name', '=', 'row.table_name')
            .onRef('revision.row_key', '=', 'row.row_key')
            .onRef('revision.revision', '=', 'row.revision'),
        )
        .select(['row.table_name', 'row.row_key', 'row.revision', 'revision.value'])
        .where('row.is_live', '=', true)
        .orderBy('row.table_name')
        .orderBy('row.row_key')
        .execute();
      return {
        version,
        rows: rows.map(({ table_name, row_key, revision, value }) => ({
          table: table_name,
          key: row_key,
          revision,
          value,
        })),
      };
    });
}

async function readVersion(database: Kysely<Tables>): Promise<number> {
  const row = await database
    .selectFrom('knowledge_publishes')
    .select(sql<number>`coalesce(max(version), 0)`.as('version'))
    .executeTakeFirstOrThrow();
  return row.version;
}

/** The last revision that said something is the one before it was retired. */
async function readRetired(database: Kysely<Tables>): Promise<LiveRow[]> {
  const rows = await database
    .selectFrom('knowledge_rows as row')
    .innerJoin('knowledge_revisions as revision', (on) =>
      on.onRef('revision.table_name', '=', 'row.table_name').onRef('revision.row_key', '=', 'row.row_key'),
    )
    .distinctOn(['row.table_name', 'row.row_key'])
    .select(['row.table_name as table', 'row.row_key as key', 'row.revision', 'revision.value'])
    .where('row.is_live', '=', false)
    .where('revision.value', 'is not', null)
    .orderBy('row.table_name')
    .orderBy('row.row_key')
    .orderBy('revision.revision', 'desc')
    .execute();
  return rows;
}

async function readHistory(database: Kysely<Tables>, table: string, key: string): Promise<Revision[]> {
  const rows = await database
    .selectFrom('knowledge_revisions as revision')
    .innerJoin('knowledge_publishes as publish', 'publish.version', 'revision.version')
    .select(['revision.revision', 'revision.value', 'revision.origin', 'publish.author', 'publish.reason'])
    .select('publish.published_at')
    .where('revision.table_name', '=', table)
    .where('revision.row_key', '=', key)
    .orderBy('revision.revision', 'desc')
    .execute();
  return rows.map(({ published_at: publishedAt, ...rest }) => ({ ...rest, publishedAt }));
}

async function readProposals(database: Kysely<Tables>): Promise<Proposal[]> {
  const rows = await database.selectFrom('knowledge_proposals').selectAll().orderBy('proposed_at').execute();
  return rows.map(({ table_name, row_key, value, proposed_at }) => ({
    table: table_name,
    key: row_key,
    value,
    proposedAt: proposed_at,
  }));
}

async function settleProposal(database: Kysely<Tables>, table: string, key: string): Promise<void> {
  await database.deleteFrom('knowledge_proposals').where('table_name', '=', table).where('row_key', '=', key).execute();
}
