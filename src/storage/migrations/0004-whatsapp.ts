import { type Kysely, sql } from 'kysely';

/**
 * What WhatsApp needs beside the talks: events as they came, people by the names Meta gives them, and what is to be
 * sent, with what became of it.
 *
 * No words are kept here twice: what is sent is written anew from its activity, and an event loses its payload when it
 * has been worked on. Everything about a person goes with her exporter.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  `create table whatsapp_inbox (
    id bigint generated always as identity primary key,
    -- the same event again has the same key, whichever payload brings it
    event_key text not null unique,
    payload jsonb,
    received_at timestamptz not null,
    attempts integer not null default 0,
    taken_at timestamptz,
    -- set: nobody could read it, staff may look
    parked_because text
  )`,
  `create index whatsapp_inbox_waiting on whatsapp_inbox (id) where taken_at is null and parked_because is null`,
  'create index whatsapp_inbox_by_time on whatsapp_inbox (received_at)',

  `create table whatsapp_people (
    exporter_key text primary key references exporters on delete cascade,
    conversation_key text not null unique references conversations on delete cascade,
    phone_number_id text not null,
    user_id text,
    parent_user_id text,
    phone text,
    username text,
    -- the 24 hours begin here; told by Meta's own time
    last_inbound_at timestamptz not null,
    -- Meta said that they are over although we count on
    shut_at timestamptz,
    unique (phone_number_id, user_id),
    unique (phone_number_id, phone)
  )`,

  `create table whatsapp_lanes (
    conversation_key text primary key references conversations on delete cascade,
    -- when the first delivery that waits may be tried; null: none waits
    send_at timestamptz,
    leased_until timestamptz,
    pair_tokens real not null,
    pair_counted_at timestamptz not null,
    -- since when an invitation to come back has had no answer, and how many went out
    invited_at timestamptz,
    invitations integer not null default 0
  )`,
  'create index whatsapp_lanes_by_time on whatsapp_lanes (send_at) where send_at is not null',
  'create index whatsapp_lanes_invited on whatsapp_lanes (invited_at) where invited_at is not null',

  `create table whatsapp_deliveries (
    conversation_key text not null,
    sequence integer not null,
    state text not null check (state in ('waiting', 'parked', 'done', 'failed')),
    -- why it failed, or what it is parked for
    reason text,
    -- staff, or the case it belongs to, were told that it failed
    told_at timestamptz,
    primary key (conversation_key, sequence),
    foreign key (conversation_key, sequence) references activities on delete cascade
  )`,
  `create index whatsapp_deliveries_open on whatsapp_deliveries (conversation_key, sequence)
    where state in ('waiting', 'parked')`,
  `create index whatsapp_deliveries_untold on whatsapp_deliveries (conversation_key)
    where (state = 'failed' or reason = 'stopped') and told_at is null`,

  `create table whatsapp_messages (
    -- travels with the message and comes back with its statuses
    message_key text primary key,
    conversation_key text not null references conversations on delete cascade,
    -- null: an invitation, which belongs to no activity
    sequence integer,
    part integer not null,
    state text not null check (
      state in ('sending', 'unknown', 'waiting', 'accepted', 'sent', 'delivered', 'read', 'failed')
    ),
    wamid text,
    attempts integer not null default 0,
    error_code integer,
    begun_at timestamptz not null,
    accepted_at timestamptz,
    sent_at timestamptz,
    delivered_at timestamptz,
    read_at timestamptz,
    failed_at timestamptz,
    foreign key (conversation_key, sequence) references activities on delete cascade,
    unique (conversation_key, sequence, part)
  )`,
  'create index whatsapp_messages_by_wamid on whatsapp_messages (wamid) where wamid is not null',

  `create table whatsapp_numbers (
    phone_number_id text primary key,
    tokens real not null,
    counted_at timestamptz not null,
    -- Meta takes nothing from this number until the operator has mended something
    stopped_at timestamptz,
    stopped_code integer
  )`,
];
