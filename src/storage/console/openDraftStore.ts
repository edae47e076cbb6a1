import { type Kysely, type Selectable, sql } from 'kysely';
import type { Draft, DraftStore, Saved } from '../../console/server/knowledge/draftStore.ts';
import type { KnowledgeDraftsTable } from '../staff/tables.ts';
import type { Tables } from '../tables.ts';

/** Keeps drafts of knowledge in PostgreSQL. */
export function openDraftStore(database: Kysely<Tables>): DraftStore {
  return {
    list: async () =>
      (await database.selectFrom('knowledge_drafts').selectAll().orderBy('edited_at', 'desc').execute()).map(draftOf),
    find: (table, key) => find(database, table, key),
    save: (draft, version) => save(database, draft, version),
    saveNew: (drafts) => saveNew(database, drafts),
    listBundle: async (bundle) =>
      (
        await database
          .selectFrom('knowledge_drafts')
          .selectAll()
          .where('bundle', '=', bundle)
          .orderBy('table_name')
          .orderBy('row_key')
          .execute()
      ).map(draftOf),
    removeBundle: async (bundle) => {
      const gone = await database.deleteFrom('knowledge_drafts').where('bundle', '=', bundle).executeTakeFirst();
      return Number(gone.numDeletedRows);
    },
    remove: (table, key, version) => remove(database, table, key, version),
    findDue: async (now) => {
      const due = database.selectFrom('knowledge_drafts').selectAll().where('state', '=', 'scheduled');
      return (await due.where('publish_at', '<=', now).orderBy('publish_at').execute()).map(draftOf);
    },
    alone: (run) => alone(database, run),
  };
}

function draftOf(row: Selectable<KnowledgeDraftsTable>): Draft {
  return {
    table: row.table_name,
    key: row.row_key,
    value: row.value,
    baseRevision: row.base_revision,
    version: row.version,
    state: row.state,
    note: row.note,
    isMaterial: row.is_material,
    editedBy: row.edited_by,
    editedAt: row.edited_at,
    approvedBy: row.approved_by,
    reason: row.reason,
    publishAt: row.publish_at,
    material: row.material,
    bundle: row.bundle,
  };
}

async function find(database: Kysely<Tables>, table: string, key: string): Promise<Draft | null> {
  const row = await database
    .selectFrom('knowledge_drafts')
    .selectAll()
    .where('table_name', '=', table)
    .where('row_key', '=', key)
    .executeTakeFirst();
  return row ? draftOf(row) : null;
}

/** One statement, so that of two who save at once one is told. */
async function save(database: Kysely<Tables>, draft: Omit<Draft, 'version'>, version: number): Promise<Saved> {
  const row = rowOf(draft, version + 1);
  const saved =
    version === 0
      ? await database
          .insertInto('knowledge_drafts')
          .values(row)
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await database
          .updateTable('knowledge_drafts')
          .set(row)
          .where('table_name', '=', draft.table)
          .where('row_key', '=', draft.key)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  if (saved) return { kind: 'saved', version: saved.version };
  return { kind: 'conflict', draft: await find(database, draft.table, draft.key) };
}

/** PostgreSQL takes 65,535 values in one statement. */
const DRAFTS_AT_ONCE = 500;

/** One transaction, taken back as soon as one of the rows has a draft already. */
async function saveNew(database: Kysely<Tables>, drafts: readonly Omit<Draft, 'version'>[]) {
  const work = await database.startTransaction().execute();
  try {
    for (let at = 0; at < drafts.length; at += DRAFTS_AT_ONCE) {
      const taken = await insertNew(work, drafts.slice(at, at + DRAFTS_AT_ONCE));
      if (taken.length === 0) continue;
      await work.rollback().execute();
      return taken;
    }
    await work.commit().execute();
    return [];
  } catch (error) {
    if (!work.isRolledBack) await work.rollback().execute();
    throw error;
  }
}

/** Which of them have a draft already. */
async function insertNew(work: Kysely<Tables>, drafts: readonly Omit<Draft, 'version'>[]) {
  const saved = await work
    .insertInto('knowledge_drafts')
    .values(drafts.map((draft) => rowOf(draft, 1)))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['table_name', 'row_key'])
    .execute();
  const names = new Set(saved.map(({ table_name, row_key }) => `${table_name}/${row_key}`));
  return drafts.filter(({ table, key }) => !names.has(`${table}/${key}`)).map(({ table, key }) => ({ table, key }));
}

function rowOf(draft: Omit<Draft, 'version'>, version: number) {
  return {
    table_name: draft.table,
    row_key: draft.key,
    value: draft.value === null ? null : JSON.stringify(draft.value),
    base_revision: draft.baseRevision,
    version,
    state: draft.state,
    note: draft.note,
    is_material: draft.isMaterial,
    edited_by: draft.editedBy,
    edited_at: draft.editedAt,
    approved_by: draft.approvedBy,
    reason: draft.reason,
    publish_at: draft.publishAt,
    material: draft.material ?? null,
    bundle: draft.bundle ?? null,
  };
}

async function remove(database: Kysely<Tables>, table: string, key: string, version: number): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom('knowledge_drafts')
    .where('table_name', '=', table)
    .where('row_key', '=', key)
    .where('version', '=', version)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

async function alone(database: Kysely<Tables>, run: () => Promise<void>): Promise<void> {
  await database.transaction().execute(async (work) => {
    const { rows } = await sql<{ got: boolean }>`
      select pg_try_advisory_xact_lock(hashtextextended('due drafts', 0)) as got`.execute(work);
    if (rows[0]?.got) await run();
  });
}
