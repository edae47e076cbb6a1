import { type Kysely, sql } from 'kysely';

/**
 * Exporters, their conversations, what was said, how each question was decided, and thumbs.
 *
 * Deleting an exporter deletes everything said with them; deleting old activities
 * leaves turns as they are, so that what was asked may outlive who said it.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  `create table exporters (
    exporter_key text primary key,
    channel text not null check (channel in ('web', 'whatsapp', 'bot-service')),
    resume_hash bytea unique,
    -- tokens carry the generation they were issued in; raising it revokes them all
    token_generation integer not null default 1,
    created_at timestamptz not null,
    seen_at timestamptz not null
  )`,
  'create index exporters_by_seen on exporters (seen_at)',

  `create table conversations (
    conversation_key text primary key,
    exporter_key text not null references exporters on delete cascade,
    channel text not null check (channel in ('web', 'whatsapp', 'bot-service')),
    owner text not null default 'bot' check (owner in ('bot', 'staff', 'unit')),
    language text check (language in ('id', 'en')),
    state jsonb,
    -- both are given out under this row's lock, so activities commit in the order of their sequence
    last_sequence integer not null default 0,
    last_stamped_at timestamptz not null,
    created_at timestamptz not null
  )`,
  'create index conversations_by_exporter on conversations (exporter_key, created_at)',

  `create table activities (
    conversation_key text not null references conversations on delete cascade,
    sequence integer not null,
    direction text not null check (direction in ('in', 'out')),
    -- false: for the bot only, the exporter never sees it
    visible boolean not null,
    activity jsonb not null,
    client_activity_id text,
    stored_at timestamptz not null,
    -- when the turn of an incoming activity ended; null: it still waits
    processed_at timestamptz,
    outcome text check (outcome in ('answered', 'failed', 'too-fast')),
    attempts integer not null default 0,
    primary key (conversation_key, sequence)
  )`,
  `create unique index activities_by_client_id on activities (conversation_key, client_activity_id)
    where client_activity_id is not null`,
  `create index activities_waiting on activities (stored_at, conversation_key)
    where direction = 'in' and processed_at is null`,

  `create table turns (
    conversation_key text not null references conversations on delete cascade,
    turn_id text not null,
    question text not null,
    language text not null check (language in ('id', 'en')),
    decision text not null,
    entry_id text,
    entry_revision integer,
    entry_checked_on date,
    confidence real,
    explanation jsonb,
    answered_at timestamptz not null,
    primary key (conversation_key, turn_id)
  )`,
  'create index turns_by_time on turns (answered_at)',
  'create index turns_by_entry on turns (entry_id, answered_at) where entry_id is not null',

  `create view misses as
    select conversation_key, turn_id, question, language, confidence, explanation, answered_at
    from turns where decision = 'unresolved'`,

  `create table feedback (
    conversation_key text not null,
    turn_id text not null,
    verdict text not null check (verdict in ('up', 'down')),
    given_at timestamptz not null,
    primary key (conversation_key, turn_id),
    foreign key (conversation_key, turn_id) references turns on delete cascade
  )`,

  `create table stream_tickets (
    ticket_hash bytea primary key,
    conversation_key text not null references conversations on delete cascade,
    exporter_key text not null,
    token_generation integer not null,
    expires_at timestamptz not null
  )`,
  'create index stream_tickets_by_expiry on stream_tickets (expires_at)',
];
