import { type Kysely, sql } from 'kysely';

/** What staff look through day by day is found without reading every turn: misses, and thumbs down. */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(database);
}

const STATEMENTS = [
  "create index turns_unresolved on turns (answered_at) where decision = 'unresolved'",
  "create index feedback_down on feedback (given_at) where verdict = 'down'",
];
