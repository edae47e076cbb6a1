import { type Kysely, sql } from 'kysely';

/**
 * Who had her data deleted on WhatsApp is forgotten, number and all, as soon as she has been told so.
 *
 * Meta's ids of messages hold the number in a readable form: the keys of events are hashes of them from now on.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  // her last reply is still on its way: the address is needed until it has gone out
  'alter table whatsapp_people add column forget boolean not null default false',
  'create index whatsapp_people_to_forget on whatsapp_people (conversation_key) where forget',
  `update whatsapp_inbox set event_key = 'message:' || encode(sha256(convert_to(substr(event_key, 9), 'UTF8')), 'hex')
    where event_key like 'message:%'`,
  `update whatsapp_inbox set event_key = 'status:' ||
    encode(sha256(convert_to(substring(event_key from '^status:(.*):[^:]*$'), 'UTF8')), 'hex') ||
    substring(event_key from ':[^:]*$')
    where event_key like 'status:%:%'`,
];
