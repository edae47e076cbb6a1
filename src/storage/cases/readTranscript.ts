import { sql, type Transaction } from 'kysely';
import type { TranscriptLine } from '../../cases/case.ts';
import type { Tables } from '../tables.ts';

const MOST_LINES = 24;
const MOST_CHARACTERS = 700;

/** The end of a talk, oldest line first, as it is handed to officials: long answers of the bot are cut. */
export async function readTranscript(work: Transaction<Tables>, conversationKey: string): Promise<TranscriptLine[]> {
  const rows = await work
    .selectFrom('activities')
    .select(['direction', 'stored_at', sql<string>`activity ->> 'text'`.as('text')])
    .where('conversation_key', '=', conversationKey)
    .where('visible', '=', true)
    .where(sql`activity ->> 'type'`, '=', 'message')
    .where(sql`coalesce(activity ->> 'text', '')`, '<>', '')
    .orderBy('sequence', 'desc')
    .limit(MOST_LINES)
    .execute();
  return rows.toReversed().map(({ direction, text, stored_at }) => ({
    by: direction === 'in' ? 'exporter' : 'bot',
    text: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text,
    at: stored_at.toISOString(),
  }));
}
