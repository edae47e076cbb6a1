import { type Kysely, sql } from 'kysely';

/** The knowledge once the centre runs: rows, all their revisions, publishes, and proposals of changed files. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  `create table knowledge_publishes (
    version integer primary key,
    author text not null,
    reason text not null,
    published_at timestamptz not null
  )`,

  `create table knowledge_rows (
    table_name text not null,
    row_key text not null,
    revision integer not null,
    -- false: retired; its revisions stay
    is_live boolean not null,
    -- content of the file when it was merged last; null: never was in a file
    file_hash text,
    primary key (table_name, row_key)
  )`,

  `create table knowledge_revisions (
    table_name text not null,
    row_key text not null,
    revision integer not null,
    -- null: retired by this revision
    value jsonb,
    content_hash text,
    origin text not null check (origin in ('file', 'staff', 'import')),
    version integer not null references knowledge_publishes,
    primary key (table_name, row_key, revision)
  )`,
  'create index knowledge_revisions_by_version on knowledge_revisions (version)',

  `create table knowledge_proposals (
    table_name text not null,
    row_key text not null,
    value jsonb not null,
    proposed_at timestamptz not null,
    primary key (table_name, row_key)
  )`,
];
