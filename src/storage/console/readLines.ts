import { type Kysely, sql } from 'kysely';
import type { KeptDelivery } from '../../console/server/deliveries/deliveryShown.ts';
import type { KeptLine } from '../../console/server/talks/talkReader.ts';
import type { Tables } from '../tables.ts';
import { deliveryOf } from '../whatsapp/deliveryOf.ts';

const MOST_LINES = 200;

interface Row extends Omit<KeptDelivery, 'state'> {
  readonly sequence: number;
  readonly direction: 'in' | 'out';
  readonly activity: { text?: string; suggestedActions?: { actions?: { title: string }[] } };
  readonly stored_at: Date;
  readonly case_number: string | null;
  readonly is_staff: boolean | null;
  readonly state: KeptDelivery['state'] | null;
}

/** The last two hundred things that were said in a talk, by whom, and how far they have come on their way to a phone. */
export async function readLines(database: Kysely<Tables>, key: string): Promise<KeptLine[]> {
  const { rows } = await sql<Row>`
    select a.sequence, a.direction, a.activity, a.stored_at, o.case_number, o.payload ->> 'from' = 'staff' as is_staff,
      d.state, d.reason, d.since
    from activities a
    left join outbox o on o.conversation_key = a.conversation_key and o.sequence = a.sequence
    left join lateral (${deliveryOf(sql`a.conversation_key`, sql`a.sequence`)}) d on a.direction = 'out'
    where a.conversation_key = ${key} and a.visible and a.activity ->> 'type' = 'message'
    order by a.sequence desc limit ${MOST_LINES}`.execute(database);
  return rows.reverse().map(lineOf);
}

function lineOf(row: Row): KeptLine {
  const { sequence, direction, activity, case_number, is_staff, state, reason, since } = row;
  const said = is_staff ? 'staff' : case_number ? 'case' : 'bot';
  return {
    sequence,
    from: direction === 'in' ? 'exporter' : said,
    number: case_number,
    text: activity.text ?? '',
    choices: (activity.suggestedActions?.actions ?? []).map(({ title }) => title),
    at: row.stored_at.toISOString(),
    delivery: state && { state, reason, since },
  };
}
