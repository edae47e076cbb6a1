import type { Kysely, Selectable } from 'kysely';
import type { Canned, CannedSaved, CannedStore } from '../../console/server/canned/cannedStore.ts';
import type { CannedRepliesTable } from '../staff/tables.ts';
import type { Tables } from '../tables.ts';

/** Keeps staff's saved texts in PostgreSQL. */
export function openCannedStore(database: Kysely<Tables>): CannedStore {
  return {
    list: async () => {
      const rows = await database.selectFrom('canned_replies').selectAll().orderBy('title').orderBy('id').execute();
      return rows.map(cannedOf);
    },
    save: (canned, version) => save(database, canned, version),
    remove: async (id, version) => {
      const gone = database.deleteFrom('canned_replies').where('id', '=', id).where('version', '=', version);
      return (await gone.executeTakeFirst()).numDeletedRows > 0n;
    },
  };
}

function cannedOf(row: Selectable<CannedRepliesTable>): Canned {
  const { id, title, text_id, text_en, edited_by, edited_at, version } = row;
  return { id, title, text: { id: text_id, en: text_en }, editedBy: edited_by, editedAt: edited_at, version };
}

/** One statement, so that of two who save at once one is told. */
async function save(database: Kysely<Tables>, canned: Omit<Canned, 'version'>, version: number): Promise<CannedSaved> {
  const { id, title, text, editedBy, editedAt } = canned;
  const words = { title, text_id: text.id, text_en: text.en, edited_by: editedBy, edited_at: editedAt };
  const row = { ...words, version: version + 1 };
  const saved =
    version === 0
      ? await database
          .insertInto('canned_replies')
          .values({ id, ...row })
          .onConflict((conflict) => conflict.doNothing())
          .returning('version')
          .executeTakeFirst()
      : await database
          .updateTable('canned_replies')
          .set(row)
          .where('id', '=', id)
          .where('version', '=', version)
          .returning('version')
          .executeTakeFirst();
  if (saved) return { kind: 'saved', version: saved.version };
  const current = await database.selectFrom('canned_replies').selectAll().where('id', '=', id).executeTakeFirst();
  return { kind: 'conflict', current: current ? cannedOf(current) : null };
}
