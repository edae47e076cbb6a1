import { sql } from 'kysely';
import type { Told } from '../../cases/caseStore.ts';
import type { Database } from '../openDatabase.ts';
import { deliveryOf } from '../whatsapp/deliveryOf.ts';

interface Row {
  readonly version: number;
  readonly status: 'waiting' | 'sent' | 'failed' | 'dropped';
  readonly fault: string | null;
  readonly ended_at: Date | null;
  readonly state: Told['state'] | null;
  readonly reason: string | null;
  readonly since: Date | null;
}

/** How far what the exporter was told has come, event by event: out of the outbox, then into the talk, then to her phone. */
export async function readTold(database: Database, number: string): Promise<Told[]> {
  const { rows } = await sql<Row>`
    select split_part(o.message_key, '-', 4)::integer as version, o.status, o.fault, o.ended_at,
      d.state, d.reason, d.since
    from outbox o
    left join lateral (${deliveryOf(sql`o.conversation_key`, sql`o.sequence`)}) d on true
    where o.case_number = ${number} and o.kind = 'talk' and o.status <> 'dropped'
      and o.message_key like ${`${number}-%-talk`}
    order by version`.execute(database);
  return rows.map(toldOf);
}

function toldOf({ version, status, fault, ended_at, state, reason, since }: Row): Told {
  if (status === 'waiting') return { version, state: 'waiting', reason: null, since: null };
  if (status === 'failed') return { version, state: 'failed', reason: fault, since: ended_at };
  return state ? { version, state, reason, since } : { version, state: 'kept', reason: null, since: ended_at };
}
