import type { ColumnType, Generated } from 'kysely';
import type { StaffTables } from './staff/tables.ts';

/** A column that takes any JSON value; written as JSON text, read as the value. */
type Json = ColumnType<unknown, string | null, string | null>;
type Made<T> = ColumnType<T, T | undefined, T>;

/** One person who asks, as one channel knows them. Only the web has a resume secret. */
export interface ExportersTable {
  exporter_key: string;
  channel: 'web' | 'whatsapp' | 'bot-service';
  resume_hash: Buffer | null;
  token_generation: Made<number>;
  created_at: Date;
  seen_at: Date;
}

/** One talk with one exporter; `state` belongs to the bot. */
export interface ConversationsTable {
  conversation_key: string;
  exporter_key: string;
  channel: 'web' | 'whatsapp' | 'bot-service';
  owner: Made<'bot' | 'staff' | 'unit'>;
  language: 'id' | 'en' | null;
  state: Json;
  last_sequence: Made<number>;
  last_stamped_at: Date;
  created_at: Date;
  /** Who holds the talk while `owner` is not the bot, and until when without a word. */
  held_by: Made<string | null>;
  held_until: Made<Date | null>;
}

/** All that was said, both ways, in order. */
export interface ActivitiesTable {
  conversation_key: string;
  sequence: number;
  direction: 'in' | 'out';
  visible: boolean;
  activity: ColumnType<Record<string, unknown>, string, string>;
  client_activity_id: string | null;
  stored_at: Date;
  processed_at: Date | null;
  outcome: 'answered' | 'failed' | 'too-fast' | null;
  attempts: Made<number>;
}

/** One question, how it was decided and what was shown. */
export interface TurnsTable {
  conversation_key: string;
  turn_id: string;
  question: string;
  language: 'id' | 'en';
  decision: string;
  entry_id: string | null;
  entry_revision: number | null;
  entry_checked_on: string | null;
  knowledge_version: Made<number | null>;
  confidence: number | null;
  explanation: Json;
  answered_at: Date;
}

/** The questions nobody could answer: a view over turns. */
export type MissesView = Pick<
  TurnsTable,
  'conversation_key' | 'turn_id' | 'question' | 'language' | 'confidence' | 'explanation' | 'answered_at'
>;

export interface FeedbackTable {
  conversation_key: string;
  turn_id: string;
  verdict: 'up' | 'down';
  given_at: Date;
}

/** Single-use permissions to open one stream. */
export interface StreamTicketsTable {
  ticket_hash: Buffer;
  conversation_key: string;
  exporter_key: string;
  token_generation: number;
  expires_at: Date;
}

/** Every change of the knowledge, numbered without gaps. */
export interface KnowledgePublishesTable {
  version: number;
  author: string;
  reason: string;
  published_at: Date;
}

/** Where each row of the knowledge stands. */
export interface KnowledgeRowsTable {
  table_name: string;
  row_key: string;
  revision: number;
  is_live: boolean;
  file_hash: string | null;
}

export interface KnowledgeRevisionsTable {
  table_name: string;
  row_key: string;
  revision: number;
  value: Json;
  content_hash: string | null;
  origin: 'file' | 'staff' | 'import';
  version: number;
}

export interface KnowledgeProposalsTable {
  table_name: string;
  row_key: string;
  value: Json;
  proposed_at: Date;
}

/** The last number given out in a year. */
export interface CaseNumbersTable {
  year: number;
  last: number;
}

/** One obstacle of one exporter. `personal` is emptied when her data is deleted. */
export interface CasesTable {
  case_number: string;
  conversation_key: string | null;
  exporter_key: string | null;
  channel: 'web' | 'whatsapp' | 'bot-service';
  language: 'id' | 'en';
  state: 'open' | 'with-liaison' | 'waiting-for-exporter' | 'answered' | 'closed';
  door: string;
  subject: string;
  topic: string;
  agreement: string | null;
  product: string | null;
  destination: string | null;
  is_urgent: boolean;
  needs_coordination: boolean;
  is_shared: boolean;
  suggested_unit: string;
  unit: string | null;
  personal: Json;
  opened_at: Date;
  first_reply_at: Date | null;
  accepted_at: Date | null;
  answered_at: Date | null;
  closed_at: Date | null;
  outcome: string | null;
  is_resolved: Made<boolean | null>;
  /** Comes back as text: more digits than a number of this language holds are possible. */
  export_value: ColumnType<string | null, number | null | undefined, number | null>;
  export_currency: Made<string | null>;
  merged_into: Made<string | null>;
  handled_by: Made<string | null>;
  waiting_since: Date | null;
  due_at: Date | null;
  due_for: 'first-reply' | 'acceptance' | 'answer' | null;
  promised_at: Date | null;
  reminders: number;
  next_check_at: Date | null;
  attention: string | null;
  version: number;
  shown_version: number;
  erased_at: Made<Date | null>;
}

/** All that happened to a case, numbered without gaps. */
export interface CaseEventsTable {
  case_number: string;
  version: number;
  kind: string;
  actor_kind: 'exporter' | 'staff' | 'liaison' | 'system';
  actor: string | null;
  state: CasesTable['state'];
  words: string | null;
  detail: ColumnType<Record<string, unknown>, string, string>;
  happened_at: Date;
}

/** Who looked at what, and did what. Holds nothing personal. */
export interface AuditTable {
  id: Generated<number>;
  happened_at: Date;
  actor_kind: string;
  actor: string | null;
  act: string;
  case_number: string | null;
  detail: ColumnType<Record<string, unknown>, string, string>;
}

/** What still has to be sent, or was. */
export interface OutboxTable {
  id: Generated<number>;
  message_key: string;
  kind: 'talk' | 'mail';
  case_number: string | null;
  conversation_key: string | null;
  payload: Json;
  /** Of the activity that it became, once it is said in a talk. */
  sequence: Made<number | null>;
  status: Made<'waiting' | 'sent' | 'failed' | 'dropped'>;
  attempts: Made<number>;
  due_at: Date;
  fault: Made<string | null>;
  created_at: Date;
  ended_at: Made<Date | null>;
}

/** Keys of liaisons, as hashes. */
export interface CaseTokensTable {
  token_hash: Buffer;
  nonce: Buffer;
  case_number: string;
  unit: string;
  created_at: Date;
  expires_at: Date;
  revoked_at: Made<Date | null>;
}

/** To which words an exporter agreed, and when. */
export interface ConsentsTable {
  case_number: string;
  text_version: string;
  language: 'id' | 'en';
  unit: string;
  given_at: Date;
}

/** Staff's own list beside the national calendar. */
export interface DaysOffTable {
  day: string;
  is_off: boolean;
  name: string;
}

export interface CaseSettingsTable {
  only_one: Made<boolean>;
  settings: Json;
}

/** Events of WhatsApp's webhook, each once. */
export interface WhatsAppInboxTable {
  id: Generated<number>;
  event_key: string;
  payload: Json;
  received_at: Date;
  attempts: Made<number>;
  taken_at: Date | null;
  parked_because: string | null;
}

/** Exporters as WhatsApp knows them. */
export interface WhatsAppPeopleTable {
  exporter_key: string;
  conversation_key: string;
  phone_number_id: string;
  user_id: string | null;
  parent_user_id: string | null;
  phone: string | null;
  username: string | null;
  last_inbound_at: Date;
  shut_at: Date | null;
  /** She had her data deleted: she is forgotten once nothing is on its way to her any more. */
  forget: Generated<boolean>;
}

/** The way to one person: what waits goes out one after another, by one process at a time. */
export interface WhatsAppLanesTable {
  conversation_key: string;
  send_at: Date | null;
  leased_until: Date | null;
  pair_tokens: number;
  pair_counted_at: Date;
  invited_at: Date | null;
  invitations: Made<number>;
}

/** An activity that is to reach a phone. */
export interface WhatsAppDeliveriesTable {
  conversation_key: string;
  sequence: number;
  state: 'waiting' | 'parked' | 'done' | 'failed';
  reason: string | null;
  told_at: Date | null;
}

/** One message as it is sent; an activity may need several. */
export interface WhatsAppMessagesTable {
  message_key: string;
  conversation_key: string;
  sequence: number | null;
  part: number;
  state: 'sending' | 'unknown' | 'waiting' | 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';
  wamid: string | null;
  attempts: Made<number>;
  error_code: number | null;
  begun_at: Date;
  accepted_at: Date | null;
  sent_at: Date | null;
  delivered_at: Date | null;
  read_at: Date | null;
  failed_at: Date | null;
}

/** Our own number: how fast it may send, and whether it may at all. */
export interface WhatsAppNumbersTable {
  phone_number_id: string;
  tokens: number;
  counted_at: Date;
  stopped_at: Date | null;
  stopped_code: number | null;
}

/** Every table, for Kysely. */
export interface Tables extends StaffTables {
  exporters: ExportersTable;
  conversations: ConversationsTable;
  activities: ActivitiesTable;
  turns: TurnsTable;
  misses: MissesView;
  feedback: FeedbackTable;
  stream_tickets: StreamTicketsTable;
  knowledge_publishes: KnowledgePublishesTable;
  knowledge_rows: KnowledgeRowsTable;
  knowledge_revisions: KnowledgeRevisionsTable;
  knowledge_proposals: KnowledgeProposalsTable;
  case_numbers: CaseNumbersTable;
  cases: CasesTable;
  case_events: CaseEventsTable;
  audit: AuditTable;
  outbox: OutboxTable;
  case_tokens: CaseTokensTable;
  consents: ConsentsTable;
  days_off: DaysOffTable;
  case_settings: CaseSettingsTable;
  whatsapp_inbox: WhatsAppInboxTable;
  whatsapp_people: WhatsAppPeopleTable;
  whatsapp_lanes: WhatsAppLanesTable;
  whatsapp_deliveries: WhatsAppDeliveriesTable;
  whatsapp_messages: WhatsAppMessagesTable;
  whatsapp_numbers: WhatsAppNumbersTable;
}
