import { type Kysely, sql } from 'kysely';
import type { ListedTalk, TalkTurn } from '../../console/contract/talks.ts';
import type { TalkFile, TalkFilter, TalkReader } from '../../console/server/talks/talkReader.ts';
import type { Tables } from '../tables.ts';
import { waitsForStaff } from './listUndelivered.ts';
import { readLines } from './readLines.ts';
import { readPhone } from './readPhone.ts';

const MOST_TURNS = 200;
const MOST_CHARACTERS_LISTED = 160;

/** Reads talks for staff: listed by what was said last, or whole. */
export function openTalkReader(database: Kysely<Tables>): TalkReader {
  return { list: (filter) => list(database, filter), read: (key) => read(database, key) };
}

interface TalkRow {
  has_failed: boolean;
  conversation_key: string;
  channel: ListedTalk['channel'];
  owner: ListedTalk['owner'];
  held_by: string | null;
  language: 'id' | 'en' | null;
  last_stamped_at: Date;
  last_text: string | null;
  last_direction: 'in' | 'out' | null;
}

async function list(database: Kysely<Tables>, filter: TalkFilter) {
  const where = conditionOf(filter);
  const { rows } = await sql<TalkRow>`
    select c.conversation_key, c.channel, c.owner, c.held_by, c.language, c.last_stamped_at,
      said.text as last_text, said.direction as last_direction, ${hasFailed} as has_failed
    from conversations c
    left join lateral (
      select left(a.activity ->> 'text', ${MOST_CHARACTERS_LISTED}) as text, a.direction from activities a
      where a.conversation_key = c.conversation_key and a.visible and a.activity ->> 'type' = 'message'
      order by a.sequence desc limit 1
    ) said on true
    where ${where}
    order by c.last_stamped_at desc limit ${filter.limit} offset ${filter.offset}`.execute(database);
  const counted = await sql<{ total: number }>`select count(*) as total from conversations c where ${where}`.execute(
    database,
  );
  return { talks: rows.map(listed), total: counted.rows[0]?.total ?? 0 };
}

/** Only what is lately: a message that failed last month has been seen to. */
const hasFailed = sql`exists (
  select 1 from whatsapp_deliveries d
  where d.conversation_key = c.conversation_key and d.state = 'failed' and d.sequence > c.last_sequence - 20)`;

const ONLY = {
  waiting: waitsForStaff,
  failed: hasFailed,
  parked: sql`exists (
    select 1 from whatsapp_deliveries d
    where d.conversation_key = c.conversation_key and d.state = 'parked' and d.reason = 'window')`,
} as const;

/** Who only opened the page has no turn: such talks are nobody's concern. */
function conditionOf({ owner, channel, only, words }: TalkFilter) {
  const asked = words
    ? sql`exists (select 1 from turns t where t.conversation_key = c.conversation_key and t.question ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`})`
    : sql`exists (select 1 from turns t where t.conversation_key = c.conversation_key)`;
  const conditions = [
    asked,
    ...(owner ? [sql`c.owner = ${owner}`] : []),
    ...(channel ? [sql`c.channel = ${channel}`] : []),
    ...(only ? [ONLY[only]] : []),
  ];
  return sql.join(conditions, sql` and `);
}

function listed(row: TalkRow): ListedTalk {
  return {
    key: row.conversation_key,
    channel: row.channel,
    owner: row.owner,
    heldBy: row.held_by,
    language: row.language,
    lastAt: row.last_stamped_at.toISOString(),
    lastText: row.last_text ?? '',
    lastFrom: row.last_direction === 'in' ? 'exporter' : 'bot',
    hasFailed: row.has_failed,
  };
}

async function read(database: Kysely<Tables>, key: string): Promise<TalkFile | null> {
  const { rows } = await sql<TalkRow & { slots: Record<string, string[]> | null }>`
    select conversation_key, channel, owner, held_by, language, last_stamped_at, state -> 'slots' as slots,
      null as last_text, null as last_direction, false as has_failed
    from conversations where conversation_key = ${key}`.execute(database);
  const row = rows[0];
  if (!row) return null;
  const about = Object.entries(row.slots ?? {}).map(([kind, named]) => ({ kind, rows: named }));
  const [phone, lines, turns] = await Promise.all([
    row.channel === 'whatsapp' ? readPhone(database, key) : null,
    readLines(database, key),
    readTurns(database, key),
  ]);
  return { talk: listed(row), about, phone, lines, turns };
}

async function readTurns(database: Kysely<Tables>, key: string): Promise<TalkTurn[]> {
  const rows = await database
    .selectFrom('turns as turn')
    .leftJoin('feedback', (on) =>
      on
        .onRef('feedback.conversation_key', '=', 'turn.conversation_key')
        .onRef('feedback.turn_id', '=', 'turn.turn_id'),
    )
    .select(['turn.turn_id', 'question', 'decision', 'entry_id', 'confidence', 'explanation', 'answered_at', 'verdict'])
    .where('turn.conversation_key', '=', key)
    .orderBy('answered_at', 'desc')
    .limit(MOST_TURNS)
    .execute();
  return rows.map((row) => ({
    turnId: row.turn_id,
    question: row.question,
    decision: row.decision,
    entry: row.entry_id,
    confidence: row.confidence,
    explanation: row.explanation,
    verdict: row.verdict,
    at: row.answered_at.toISOString(),
  }));
}
