import { sql, type Transaction } from 'kysely';
import type { Merge } from '../../cases/acts/merge.ts';
import type { Case } from '../../cases/case.ts';
import type { Moved } from '../../cases/caseStore.ts';
import type { Tables } from '../tables.ts';
import { samePerson } from '../talks/openTalkLinks.ts';
import { caseOf } from './caseRows.ts';
import { moveLocked } from './moveCase.ts';
import { readRules } from './readRules.ts';

type Work = Transaction<Tables>;

/** Moves one case into another of the same exporter. Both are locked in order of number: two merges never wait for each other. */
export async function mergeCases(
  work: Work,
  one: string,
  other: string,
  decide: (one: Case, other: Case) => Merge,
  now: Date,
): Promise<Moved> {
  if (one === other) return { refused: 'wrong-state' };
  const rows = await work
    .selectFrom('cases')
    .selectAll()
    .where('case_number', 'in', [one, other])
    .orderBy('case_number')
    .forUpdate()
    .execute();
  const [from, into] = [one, other].map((number) => rows.find((row) => row.case_number === number));
  if (!from || !into) return { refused: 'unknown' };
  if (!(await areOfOne(work, from.exporter_key, into.exporter_key))) return { refused: 'other-exporter' };
  const rules = await readRules(work);
  const decided = decide(caseOf(from), caseOf(into));
  const ending = decided.from(caseOf(from), rules);
  const going = decided.into(caseOf(into), rules);
  // Neither is kept unless both can be.
  if ('refused' in going) return going;
  if ('refused' in ending) return ending;
  await moveLocked(work, caseOf(from), ending, now);
  return moveLocked(work, caseOf(into), going, now);
}

/** Whether two exporters are one person, who has linked her talks. */
async function areOfOne(work: Work, one: string | null, other: string | null): Promise<boolean> {
  if (one === null || other === null) return false;
  const { rows } = await sql`select 1 where ${other} in ${samePerson(one)}`.execute(work);
  return rows.length > 0;
}
