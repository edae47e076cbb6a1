import { type Kysely, sql } from 'kysely';

/**
 * What staff do with cases beyond moving them: who looks after one, which one it was merged into, what came of it; ways
 * to messages of cases and to those that failed; and an audit of cases that is only added to.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  `alter table cases
    add column handled_by text,
    add column merged_into text references cases,
    -- whether the obstacle itself is gone; null: nobody knows
    add column is_resolved boolean,
    -- what was exported once it was gone, as the exporter told it
    add column export_value numeric(18, 2) check (export_value > 0),
    add column export_currency text,
    add constraint export_value_has_currency check ((export_value is null) = (export_currency is null))`,
  'create index cases_by_due on cases (state, is_urgent desc, due_at, case_number)',
  "update cases set is_resolved = (outcome = 'solved') where outcome in ('solved', 'not-solved')",

  'create index outbox_by_sequence on outbox (conversation_key, sequence) where sequence is not null',
  "create index conversations_held on conversations (owner) where owner <> 'bot'",
  "create index outbox_failed on outbox (created_at) where status = 'failed'",
  "create index whatsapp_deliveries_failed on whatsapp_deliveries (conversation_key, sequence) where state = 'failed'",

  `create trigger audit_is_only_added_to before update or delete or truncate on audit
    for each statement execute function refuse_change()`,
];
