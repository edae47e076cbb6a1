import type { ColumnType, Generated } from 'kysely';

/** As in `../tables.ts`. */
type Json = ColumnType<unknown, string | null, string | null>;
type Made<T> = ColumnType<T, T | undefined, T>;

/** An account; better-auth writes the rest of the row and knows nothing of roles. */
export interface StaffMembersTable {
  id: string;
  name: string;
  email: string;
  two_factor_enabled: Made<boolean>;
  created_at: Made<Date>;
  updated_at: Made<Date>;
  roles: string[];
  is_active: Made<boolean>;
}

export interface StaffSessionsTable {
  id: string;
  user_id: string;
  updated_at: Made<Date>;
}

export interface StaffCredentialsTable {
  id: string;
  user_id: string;
  account_id: string;
  provider_id: string;
  password: string | null;
  updated_at: Made<Date>;
}

export interface StaffInvitationsTable {
  token_hash: Buffer;
  kind: 'first' | 'invite' | 'reset';
  email: string | null;
  roles: string[];
  invited_by: string;
  created_at: Date;
  expires_at: Date;
  used_at: Date | null;
}

export interface StaffFailuresTable {
  email: string;
  count: number;
  last_at: Date;
}

/** Only added to: a trigger refuses anything else. */
export interface StaffAuditTable {
  id: Generated<number>;
  at: Date;
  actor_id: string | null;
  actor_name: string;
  act: string;
  subject: string;
  outcome: 'done' | 'refused';
  details: Json;
}

/** What staff work on before it is published. */
export interface KnowledgeDraftsTable {
  table_name: string;
  row_key: string;
  value: Json;
  base_revision: number;
  version: number;
  state: 'draft' | 'in-review' | 'scheduled';
  note: Made<string>;
  is_material: Made<boolean>;
  edited_by: string;
  edited_at: Date;
  approved_by: string | null;
  reason: string | null;
  publish_at: Date | null;
  material: Made<string | null>;
  bundle: Made<string | null>;
}

/** What became of a question that was not answered well. */
export interface SettledTurnsTable {
  conversation_key: string;
  turn_id: string;
  outcome: 'phrasing' | 'entry' | 'set-aside';
  entry_id: string | null;
  reason: Made<string>;
  settled_by: string;
  settled_at: Date;
  told_at: Date | null;
}

export interface CannedRepliesTable {
  id: string;
  title: string;
  text_id: string;
  text_en: string;
  edited_by: string;
  edited_at: Date;
  version: Made<number>;
}

/** Something that exporters are told who asked before. */
export interface NoticesTable {
  id: Generated<number>;
  kind: 'correction' | 'answer';
  table_name: string;
  row_key: string;
  revision: number;
  version: number;
  reason: string;
  made_by: string;
  made_at: Date;
  outcome: 'sent' | 'set-aside' | null;
  settled_by: string | null;
  settled_at: Date | null;
  told_version: Made<number | null>;
}

/** Who is told of it, each once. */
export interface NoticeRecipientsTable {
  notice_id: number;
  person_key: string;
  conversation_key: string;
  shown: Json;
  message_key: string;
}

/** The tables of accounts and of the console. */
export interface StaffTables {
  staff_members: StaffMembersTable;
  staff_sessions: StaffSessionsTable;
  staff_credentials: StaffCredentialsTable;
  staff_invitations: StaffInvitationsTable;
  staff_failures: StaffFailuresTable;
  staff_audit: StaffAuditTable;
  knowledge_drafts: KnowledgeDraftsTable;
  settled_turns: SettledTurnsTable;
  canned_replies: CannedRepliesTable;
  notices: NoticesTable;
  notice_recipients: NoticeRecipientsTable;
}
