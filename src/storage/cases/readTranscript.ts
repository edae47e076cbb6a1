import { sql, type Transaction } from 'kysely';
import type { TranscriptLine } from '../../cases/case.ts';
import type { Tables } from '../tables.ts';

const MOST_READ = 60;
const MOST_LINES = 24;
const MOST_CHARACTERS = 700;

/**
 * The end of a talk, oldest line first, as it is handed to officials.
 *
 * What was said before her first word is left out, and so are the questions of the intake with their answers: those are
 * the case itself. Long answers of the bot are cut.
 */
export async function readTranscript(work: Transaction<Tables>, conversationKey: string): Promise<TranscriptLine[]> {
  const rows = await work
    .selectFrom('activities')
    .select([
      'direction',
      'stored_at',
      sql<string>`activity ->> 'text'`.as('text'),
      sql<boolean>`coalesce(activity -> 'suggestedActions' -> 'actions' @> ${ASKS}::jsonb, false)`.as('isIntake'),
    ])
    .where('conversation_key', '=', conversationKey)
    .where('visible', '=', true)
    .where(sql`activity ->> 'type'`, '=', 'message')
    .where(sql`coalesce(activity ->> 'text', '')`, '<>', '')
    .orderBy('sequence', 'desc')
    .limit(MOST_READ)
    .execute();
  const talk = rows.toReversed();
  const isAnswer = (at: number) => talk[at]?.direction === 'in' && talk[at - 1]?.isIntake;
  const told = talk.filter(({ isIntake }, at) => !isIntake && !isAnswer(at));
  const first = told.findIndex(({ direction }) => direction === 'in');
  return told.slice(Math.max(0, first)).slice(-MOST_LINES).map(lineOf);
}

/** Every question of the intake, and its summary, can be cancelled. */
const ASKS = JSON.stringify([{ value: { do: 'case', act: 'cancel' } }]);

function lineOf({ direction, text, stored_at }: { direction: 'in' | 'out'; text: string; stored_at: Date }) {
  return {
    by: direction === 'in' ? ('exporter' as const) : ('bot' as const),
    text: text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS)} …` : text,
    at: stored_at.toISOString(),
  };
}
