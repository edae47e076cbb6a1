import { type Kysely, sql } from 'kysely';

/**
 * What exporters are told after their question: that an answer was corrected, or that there is one now.
 *
 * `knowledge_recalls` was never written to; notices take its place.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  // Which publish an answer was made from: with it the revision of every row that she was shown is known.
  'alter table turns add column knowledge_version integer',
  'alter table knowledge_drafts add column material text',
  // Where in its talk a message stands that went out: its delivery is found by it.
  'alter table outbox add column sequence integer',
  'alter table canned_replies add column version integer not null default 1',
  'drop table knowledge_recalls',

  `create table notices (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('correction', 'answer')),
    table_name text not null,
    row_key text not null,
    -- the revision that she is told of, and the publish it came with
    revision integer not null,
    version integer not null references knowledge_publishes,
    reason text not null,
    made_by text not null,
    made_at timestamptz not null,
    outcome text check (outcome in ('sent', 'set-aside')),
    settled_by text,
    settled_at timestamptz,
    -- the publish that it was told from: the next correction is told to those who were told this one
    told_version integer
  )`,
  // one correction a revision
  `create unique index notices_by_revision on notices (table_name, row_key, revision) where kind = 'correction'`,

  `create table notice_recipients (
    notice_id bigint not null references notices,
    -- one person may have several talks, and is told once
    person_key text not null,
    conversation_key text not null references conversations on delete cascade,
    -- answers that this is about, as [{talk, turn, entry, slots}]; no words of hers
    shown jsonb not null,
    -- of the outbox; its row is gone when she erased her data before it was sent
    message_key text not null unique,
    primary key (notice_id, person_key)
  )`,
  'create index notice_recipients_by_talk on notice_recipients (conversation_key)',

  // thousands may wait at once: the next one, and the first one of a talk, are found without reading the others
  "create index outbox_talks_waiting on outbox (id) where kind = 'talk' and status = 'waiting'",
  `create index outbox_waiting_by_talk on outbox (conversation_key, id)
    where kind = 'talk' and status = 'waiting'`,
];
