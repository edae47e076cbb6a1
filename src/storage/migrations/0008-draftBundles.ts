import { type Kysely, sql } from 'kysely';

/** Drafts that were written together, by one import, are reviewed and published together. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  // null: a draft by itself; whoever goes on writing one takes it out of its bundle
  'alter table knowledge_drafts add column bundle text',
  'create index knowledge_drafts_by_bundle on knowledge_drafts (bundle) where bundle is not null',
];
