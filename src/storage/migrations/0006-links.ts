import { type Kysely, sql } from 'kysely';

/** Talks of one person on the web and on WhatsApp, joined by a code that she typed. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  `create table exporter_links (
    exporter_key text primary key references exporters on delete cascade,
    -- the same for all that are one person
    person_key uuid not null
  )`,
  'create index exporter_links_by_person on exporter_links (person_key)',
  `create table link_codes (
    -- of the code without its dash; the code itself is kept nowhere
    code_hash text primary key,
    exporter_key text not null unique references exporters on delete cascade,
    expires_at timestamptz not null
  )`,
  `create table link_attempts (
    exporter_key text not null references exporters on delete cascade,
    tried_at timestamptz not null
  )`,
  'create index link_attempts_by_exporter on link_attempts (exporter_key, tried_at)',
];
