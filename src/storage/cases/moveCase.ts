import type { Transaction } from 'kysely';
import type { Case } from '../../cases/case.ts';
import type { Moved } from '../../cases/caseStore.ts';
import type { Decide, Decision, Refused } from '../../cases/decision.ts';
import type { Rules } from '../../cases/settings.ts';
import type { Tables } from '../tables.ts';
import { samePerson } from '../talks/openTalkLinks.ts';
import { caseOf, standingRow } from './caseRows.ts';
import { keepHappening, shownAfter } from './keepEvent.ts';

type Work = Transaction<Tables>;

/**
 * Moves a case: locks it, asks what to do, and keeps all of the answer.
 *
 * @param exporterKey given, the case must be hers; another one's does not exist for her
 */
export async function moveCase(
  work: Work,
  number: string,
  decide: Decide,
  rules: Rules,
  now: Date,
  exporterKey?: string,
): Promise<Moved> {
  const row = await work
    .selectFrom('cases')
    .selectAll()
    .where('case_number', '=', number)
    .$if(exporterKey !== undefined, (query) => query.where('exporter_key', 'in', samePerson(exporterKey ?? '')))
    .forUpdate()
    .executeTakeFirst();
  if (!row) return { refused: 'unknown' };
  const kase = caseOf(row);
  return moveLocked(work, kase, decide(kase, rules), now);
}

/** Keeps a decision on a case that is locked already. */
export async function moveLocked(work: Work, kase: Case, decision: Decision | Refused, now: Date): Promise<Moved> {
  if ('refused' in decision) return decision;
  const standing = { ...kase, ...decision.set };
  if (kase.state === 'closed' && standing.state !== 'closed' && (await hasOther(work, kase)))
    return { refused: 'other-open' };
  const version = kase.version + 1;
  const shown = shownAfter(kase, decision.event.kind, version);
  const row = await work
    .updateTable('cases')
    .set({ ...standingRow(standing), version, shown_version: shown })
    .where('case_number', '=', kase.number)
    .returningAll()
    .executeTakeFirstOrThrow();
  const { event, tell, mails, link, revokes } = decision;
  const { number, conversationKey } = kase;
  await keepHappening(
    work,
    { number, version, state: standing.state, event, conversationKey, tell, mails, link, revokes },
    now,
  );
  return { kase: caseOf(row) };
}

async function hasOther(work: Work, { conversationKey, subject, number }: Case): Promise<boolean> {
  const row = await work
    .selectFrom('cases')
    .select('case_number')
    .where('conversation_key', '=', conversationKey)
    .where('subject', '=', subject)
    .where('state', '<>', 'closed')
    .where('case_number', '<>', number)
    .executeTakeFirst();
  return row !== undefined;
}
