import { type Kysely, sql } from 'kysely';

/**
 * Cases, what happened to them, who looked, what still has to be sent, and the keys of liaisons.
 *
 * Everything personal of a case is in `cases.personal`, `case_events.words` and `outbox.payload`: deleting an exporter's
 * data empties these three, and the figures stay.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  // given out under this row's lock and taken back with the transaction: no gap, no number twice
  'create table case_numbers (year integer primary key, last integer not null)',

  `create table cases (
    case_number text primary key,
    conversation_key text references conversations on delete set null,
    exporter_key text references exporters on delete set null,
    channel text not null check (channel in ('web', 'whatsapp', 'bot-service')),
    language text not null check (language in ('id', 'en')),
    state text not null check (state in ('open', 'with-liaison', 'waiting-for-exporter', 'answered', 'closed')),
    door text not null,
    -- one case that is not closed for each talk and subject
    subject text not null,
    topic text not null,
    agreement text,
    product text,
    destination text,
    is_urgent boolean not null,
    needs_coordination boolean not null,
    is_shared boolean not null,
    suggested_unit text not null,
    -- null: with the centre's own desk
    unit text,
    personal jsonb,
    opened_at timestamptz not null,
    -- when the centre or a unit first did something that the exporter sees
    first_reply_at timestamptz,
    accepted_at timestamptz,
    answered_at timestamptz,
    closed_at timestamptz,
    outcome text,
    waiting_since timestamptz,
    due_at timestamptz,
    due_for text check (due_for in ('first-reply', 'acceptance', 'answer')),
    -- the date the exporter was told last
    promised_at timestamptz,
    reminders integer not null default 0,
    next_check_at timestamptz,
    -- why staff should look: 'overdue', 'mail-failed', 'not-told'
    attention text,
    version integer not null default 0,
    shown_version integer not null default 0,
    erased_at timestamptz
  )`,
  `create unique index cases_one_open_of_a_subject on cases (conversation_key, subject)
    where state <> 'closed' and conversation_key is not null`,
  'create index cases_by_exporter on cases (exporter_key, opened_at)',
  'create index cases_by_state on cases (state, opened_at)',
  'create index cases_to_check on cases (next_check_at) where next_check_at is not null',
  'create index cases_to_forget on cases (closed_at) where closed_at is not null and erased_at is null',

  `create table case_events (
    case_number text not null references cases,
    version integer not null,
    kind text not null,
    actor_kind text not null check (actor_kind in ('exporter', 'staff', 'liaison', 'system')),
    -- the staff account or the unit; null for exporters and the system
    actor text,
    state text not null,
    words text,
    detail jsonb not null,
    happened_at timestamptz not null,
    primary key (case_number, version)
  )`,
  'create index case_events_by_time on case_events (happened_at)',

  `create table audit (
    id bigint generated always as identity primary key,
    happened_at timestamptz not null,
    actor_kind text not null,
    actor text,
    act text not null,
    case_number text,
    detail jsonb not null
  )`,
  'create index audit_by_case on audit (case_number, id)',
  'create index audit_by_time on audit (happened_at)',

  `create table outbox (
    id bigint generated always as identity primary key,
    message_key text not null unique,
    kind text not null check (kind in ('talk', 'mail')),
    case_number text references cases,
    conversation_key text references conversations on delete cascade,
    payload jsonb,
    status text not null default 'waiting' check (status in ('waiting', 'sent', 'failed', 'dropped')),
    attempts integer not null default 0,
    due_at timestamptz not null,
    fault text,
    created_at timestamptz not null,
    ended_at timestamptz
  )`,
  "create index outbox_waiting on outbox (kind, due_at, id) where status = 'waiting'",
  'create index outbox_by_case on outbox (case_number)',

  `create table case_tokens (
    token_hash bytea primary key,
    -- the token is made anew from this and the installation's secret, so that a mail sent twice is the same mail
    nonce bytea not null,
    case_number text not null references cases,
    unit text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    revoked_at timestamptz
  )`,
  'create index case_tokens_by_case on case_tokens (case_number)',

  `create table consents (
    case_number text not null references cases,
    text_version text not null,
    language text not null check (language in ('id', 'en')),
    unit text not null,
    given_at timestamptz not null,
    primary key (case_number, unit)
  )`,

  `create table days_off (
    day date primary key,
    -- false: a working day although the calendar says it is none
    is_off boolean not null,
    name text not null
  )`,
  'create table case_settings (only_one boolean primary key default true check (only_one), settings jsonb not null)',

  'alter table conversations add column held_by text',
  'alter table conversations add column held_until timestamptz',
];
