import { sql, type Transaction } from 'kysely';
import type { Case } from '../../cases/case.ts';
import type { Opened } from '../../cases/caseStore.ts';
import type { Opening } from '../../cases/openCase.ts';
import type { Rules } from '../../cases/settings.ts';
import type { Tables } from '../tables.ts';
import { caseOf, standingRow } from './caseRows.ts';
import { keepHappening } from './keepEvent.ts';
import { moveLocked } from './moveCase.ts';
import { readTranscript } from './readTranscript.ts';

type Work = Transaction<Tables>;

/**
 * Keeps a new case with its number, or adds its words to the case of the same talk and subject that is not closed yet.
 *
 * Two openings of one talk never run at once: the caller holds the turn of the talk.
 */
export async function insertCase(
  work: Work,
  plan: (rules: Rules) => Opening,
  rules: Rules,
  now: Date,
): Promise<Opened> {
  const opening = plan(rules);
  const same = await findSame(work, opening);
  const joined = same && (await moveLocked(work, same, opening.join(same, rules), now));
  if (joined && 'kase' in joined) return { kase: joined.kase, isJoined: true };
  const kase = await insertNew(work, opening, await takeNumber(work, now));
  const actor = { kind: opening.door === 'fault' ? ('system' as const) : ('exporter' as const) };
  await keepHappening(
    work,
    {
      number: kase.number,
      version: 1,
      state: kase.state,
      event: { kind: 'case.opened', actor, detail: { to: opening.suggestedUnit } },
      conversationKey: opening.conversationKey,
      tell: undefined,
      mails: opening.mails,
      link: opening.link,
      revokes: false,
    },
    now,
  );
  await keepConsent(work, opening, kase.number, now);
  return { kase, isJoined: false };
}

async function findSame(work: Work, { conversationKey, subject }: Opening): Promise<Case | null> {
  const row = await work
    .selectFrom('cases')
    .selectAll()
    .where('conversation_key', '=', conversationKey)
    .where('subject', '=', subject)
    .where('state', '<>', 'closed')
    .forUpdate()
    .executeTakeFirst();
  return row ? caseOf(row) : null;
}

/** The next number of the year in WIB. Others wait for this transaction, so that a rollback leaves no gap. */
async function takeNumber(work: Work, now: Date): Promise<string> {
  const year = new Date(now.getTime() + 7 * 3_600_000).getUTCFullYear();
  const { last } = await work
    .insertInto('case_numbers')
    .values({ year, last: 1 })
    .onConflict((conflict) => conflict.column('year').doUpdateSet({ last: sql<number>`case_numbers.last + 1` }))
    .returning('last')
    .executeTakeFirstOrThrow();
  return `FTA-${year}-${String(last).padStart(5, '0')}`;
}

async function insertNew(work: Work, opening: Opening, number: string): Promise<Case> {
  const transcript = await readTranscript(work, opening.conversationKey);
  const row = await work
    .insertInto('cases')
    .values({
      ...standingRow(opening),
      case_number: number,
      conversation_key: opening.conversationKey,
      exporter_key: opening.exporterKey,
      channel: opening.channel,
      language: opening.language,
      door: opening.door,
      subject: opening.subject,
      topic: opening.topic,
      agreement: opening.agreement,
      product: opening.product,
      destination: opening.destination,
      is_shared: opening.isShared,
      suggested_unit: opening.suggestedUnit,
      personal: JSON.stringify({ ...opening.personal, transcript }),
      opened_at: opening.openedAt,
      version: 1,
      shown_version: 1,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  return caseOf(row);
}

async function keepConsent(work: Work, { consent, language }: Opening, number: string, now: Date): Promise<void> {
  if (!consent) return;
  await work
    .insertInto('consents')
    .values({
      case_number: number,
      text_version: consent.textVersion,
      language,
      unit: consent.unit,
      given_at: now,
    })
    .execute();
}
