import { type Kysely, sql } from 'kysely';

/**
 * Accounts of staff, their sessions and second factors (the tables of better-auth, with our names), the links that make
 * accounts, the audit log, and what the console keeps: drafts, settled questions, canned replies, recalls.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  `create table staff_members (
    id text primary key,
    name text not null,
    email text not null unique check (email = lower(email)),
    email_verified boolean not null default true,
    image text,
    two_factor_enabled boolean not null default false,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    -- better-auth knows nothing of these two: no request of its own can set them
    roles text[] not null default '{}',
    is_active boolean not null default true
  )`,

  `create table staff_sessions (
    id text primary key,
    user_id text not null references staff_members on delete cascade,
    token text not null unique,
    expires_at timestamptz not null,
    ip_address text,
    user_agent text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  'create index staff_sessions_by_member on staff_sessions (user_id)',

  `create table staff_credentials (
    id text primary key,
    user_id text not null references staff_members on delete cascade,
    account_id text not null,
    provider_id text not null,
    access_token text,
    refresh_token text,
    id_token text,
    access_token_expires_at timestamptz,
    refresh_token_expires_at timestamptz,
    scope text,
    password text,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    unique (provider_id, account_id)
  )`,
  'create index staff_credentials_by_member on staff_credentials (user_id)',

  `create table staff_verifications (
    id text primary key,
    identifier text not null,
    value text not null,
    expires_at timestamptz not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  'create index staff_verifications_by_identifier on staff_verifications (identifier)',

  `create table staff_second_factors (
    id text primary key,
    user_id text not null references staff_members on delete cascade,
    secret text not null,
    backup_codes text not null,
    verified boolean not null default true,
    failed_verification_count integer not null default 0,
    locked_until timestamptz
  )`,
  'create index staff_second_factors_by_member on staff_second_factors (user_id)',

  `create table staff_invitations (
    token_hash bytea primary key,
    kind text not null check (kind in ('first', 'invite', 'reset')),
    email text check (email = lower(email)),
    roles text[] not null,
    invited_by text not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz
  )`,

  `create table staff_failures (
    email text primary key,
    count integer not null,
    last_at timestamptz not null
  )`,

  `create table staff_audit (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    -- no reference: the log outlives the account
    actor_id text,
    actor_name text not null,
    act text not null,
    subject text not null,
    outcome text not null check (outcome in ('done', 'refused')),
    details jsonb not null
  )`,
  'create index staff_audit_by_time on staff_audit (at)',
  'create index staff_audit_by_subject on staff_audit (subject, at)',
  `create function refuse_change() returns trigger language plpgsql as $$
    begin raise exception 'the audit log is only added to'; end
  $$`,
  `create trigger staff_audit_is_only_added_to before update or delete or truncate on staff_audit
    for each statement execute function refuse_change()`,

  // One draft a row: who edits the same row sees and continues it, and version tells two editors apart.
  `create table knowledge_drafts (
    table_name text not null,
    row_key text not null,
    -- null: the draft retires the row
    value jsonb,
    base_revision integer not null,
    version integer not null,
    state text not null check (state in ('draft', 'in-review', 'scheduled')),
    note text not null default '',
    is_material boolean not null default false,
    edited_by text not null,
    edited_at timestamptz not null,
    approved_by text,
    reason text,
    publish_at timestamptz,
    primary key (table_name, row_key)
  )`,
  `create index knowledge_drafts_due on knowledge_drafts (publish_at) where state = 'scheduled'`,

  `create table settled_turns (
    conversation_key text not null,
    turn_id text not null,
    outcome text not null check (outcome in ('phrasing', 'entry', 'set-aside')),
    entry_id text,
    reason text not null default '',
    settled_by text not null,
    settled_at timestamptz not null,
    told_at timestamptz,
    primary key (conversation_key, turn_id),
    foreign key (conversation_key, turn_id) references turns on delete cascade
  )`,

  'create index conversations_by_last on conversations (last_stamped_at desc)',

  `create table canned_replies (
    id text primary key,
    title text not null,
    text_id text not null,
    text_en text not null,
    edited_by text not null,
    edited_at timestamptz not null
  )`,

  `create table knowledge_recalls (
    id bigint generated always as identity primary key,
    table_name text not null,
    row_key text not null,
    -- answers of this revision and older ones were wrong
    wrong_revision integer not null,
    ordered_by text not null,
    ordered_at timestamptz not null,
    talks integer not null
  )`,
];
