import { sql, type Transaction } from 'kysely';
import type { Actor, Case } from '../../cases/case.ts';
import type { CaseStore, OutboxState } from '../../cases/caseStore.ts';
import type { KeptLink } from '../../cases/link.ts';
import type { Announcements } from '../openAnnouncements.ts';
import type { Database } from '../openDatabase.ts';
import type { Tables } from '../tables.ts';
import { samePerson } from '../talks/openTalkLinks.ts';
import { actorOf, caseOf, eventOf } from './caseRows.ts';
import { eraseCases, eraseQuietTalk } from './eraseData.ts';
import { giveBackTalk, holdTalk, sayInTalk } from './holdTalk.ts';
import { keepAudit, OUTBOX_TOPIC } from './keepEvent.ts';
import { listCases } from './listCases.ts';
import { mergeCases } from './mergeCases.ts';
import { moveCase } from './moveCase.ts';
import { readRules } from './readRules.ts';
import { readTold } from './readTold.ts';
import { FAILING_ATTEMPTS, sendNextMail, tellNext } from './sendNext.ts';

type Work = Transaction<Tables>;

const MOST_AT_ONCE = 100;
const MOST_OTHERS = 20;

/** Keeps cases in PostgreSQL. */
export function openCaseStore(database: Database, announcements: Pick<Announcements, 'listen'>): CaseStore {
  const within = <T>(run: (work: Work) => Promise<T>) => database.transaction().execute(run);
  return {
    find: (number) => findCase(database, number),
    list: (filter, page) => listCases(database, filter, page),
    events: async (number) => (await eventRows(database, number)).map(eventOf),
    auditOf: (number) => readAudit(database, number),
    move: (number, decide, now) => within(async (work) => moveCase(work, number, decide, await readRules(work), now)),
    merge: (one, other, decide, now) => within((work) => mergeCases(work, one, other, decide, now)),
    othersOf: (number) => othersOf(database, number),
    toldOf: (number) => readTold(database, number),
    noteLook: (number, actor, now) => within((work) => keepAudit(work, actor, 'case.looked-at', number, now)),
    findLink: (tokenHash) => findLink(database, tokenHash),
    nonceFor: (number, unit) => findNonce(database, number, unit),
    rules: () => readRules(database),
    keepSettings: (settings, by, now) => within((work) => keepSettings(work, settings, by, now)),
    keepDayOff: ({ day, isOff, name }, by, now) =>
      within(async (work) => {
        await work
          .insertInto('days_off')
          .values({ day, is_off: isOff, name })
          .onConflict((conflict) => conflict.column('day').doUpdateSet({ is_off: isOff, name }))
          .execute();
        await keepAudit(work, by, 'day-off.set', null, now, { day, isOff });
      }),
    dropDayOff: (day, by, now) =>
      within(async (work) => {
        await work.deleteFrom('days_off').where('day', '=', day).execute();
        await keepAudit(work, by, 'day-off.cleared', null, now, { day });
      }),
    dueForCheck: (now) => findDue(database, now),
    closedBefore: (time) => findClosed(database, time),
    eraseCase: (number, now) => within((work) => eraseCases(work, [number], { kind: 'system' }, now)),
    eraseQuietTalks: (since) => eraseQuietTalks(database, since),
    sendNextMail: (now, send) => sendNextMail(database, now, send),
    tellNext: (now, tell) => tellNext(database, now, tell),
    onOutbox: (hear) => announcements.listen(OUTBOX_TOPIC, hear),
    hold: (talk, by, until, now) => within((work) => holdTalk(work, talk, by, until, now)),
    giveBack: (talk, telling, by, now) => within((work) => giveBackTalk(work, talk, telling, by, now)),
    sayAsStaff: (talk, text, by, until, now) => within((work) => sayInTalk(work, talk, text, by, until, now)),
    heldTooLong: (now) => findHeld(database, now),
    outboxState: () => countOutbox(database),
    isMailFailing: () => isMailFailing(database),
  };
}

async function findCase(database: Database, number: string): Promise<Case | null> {
  const row = await database.selectFrom('cases').selectAll().where('case_number', '=', number).executeTakeFirst();
  return row ? caseOf(row) : null;
}

async function othersOf(database: Database, number: string): Promise<Case[]> {
  const kase = await findCase(database, number);
  if (!kase?.exporterKey) return [];
  const rows = await database
    .selectFrom('cases')
    .selectAll()
    .where('exporter_key', 'in', samePerson(kase.exporterKey))
    .where('case_number', '<>', number)
    .orderBy('opened_at', 'desc')
    .orderBy('case_number', 'desc')
    .limit(MOST_OTHERS)
    .execute();
  return rows.map(caseOf);
}

async function eventRows(database: Database, number: string) {
  return database.selectFrom('case_events').selectAll().where('case_number', '=', number).orderBy('version').execute();
}

async function readAudit(database: Database, number: string) {
  const rows = await database
    .selectFrom('audit')
    .selectAll()
    .where('case_number', '=', number)
    .orderBy('id')
    .limit(1_000)
    .execute();
  return rows.map((row) => ({ at: row.happened_at, actor: actorOf(row), act: row.act, number: row.case_number }));
}

async function findLink(database: Database, tokenHash: Buffer): Promise<KeptLink | null> {
  const row = await database
    .selectFrom('case_tokens')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst();
  return row ? { number: row.case_number, unit: row.unit, expiresAt: row.expires_at, revokedAt: row.revoked_at } : null;
}

async function findNonce(database: Database, number: string, unit: string): Promise<Buffer | null> {
  const row = await database
    .selectFrom('case_tokens')
    .select('nonce')
    .where('case_number', '=', number)
    .where('unit', '=', unit)
    .where('revoked_at', 'is', null)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  return row?.nonce ?? null;
}

async function keepSettings(work: Work, settings: object, by: Actor, now: Date): Promise<void> {
  const kept = JSON.stringify(settings);
  await work
    .insertInto('case_settings')
    .values({ settings: kept })
    .onConflict((conflict) => conflict.column('only_one').doUpdateSet({ settings: kept }))
    .execute();
  await keepAudit(work, by, 'settings.changed', null, now, settings);
}

async function findDue(database: Database, now: Date): Promise<string[]> {
  const rows = await database
    .selectFrom('cases')
    .select('case_number')
    .where('next_check_at', '<=', now)
    .orderBy('next_check_at')
    .limit(MOST_AT_ONCE)
    .execute();
  return rows.map((row) => row.case_number);
}

async function findClosed(database: Database, time: Date): Promise<string[]> {
  const rows = await database
    .selectFrom('cases')
    .select('case_number')
    .where('closed_at', '<', time)
    .where('erased_at', 'is', null)
    .where('state', '=', 'closed')
    .limit(MOST_AT_ONCE)
    .execute();
  return rows.map((row) => row.case_number);
}

/** A talk in which something was said lately, or that belongs to a case that still counts, stays. */
async function eraseQuietTalks(database: Database, since: Date): Promise<number> {
  const { rows } = await sql<{ conversation_key: string }>`
    select conversation_key from conversations c
    where last_stamped_at < ${since}::timestamptz
      and exists (select 1 from activities a where a.conversation_key = c.conversation_key)
      and not exists (select 1 from cases k where k.conversation_key = c.conversation_key)
    limit ${MOST_AT_ONCE}::integer
  `.execute(database);
  for (const { conversation_key } of rows)
    await database.transaction().execute((work) => eraseQuietTalk(work, conversation_key));
  return rows.length;
}

async function findHeld(database: Database, now: Date): Promise<string[]> {
  const rows = await database
    .selectFrom('conversations')
    .select('conversation_key')
    .where('owner', '<>', 'bot')
    .where('held_until', '<=', now)
    .limit(MOST_AT_ONCE)
    .execute();
  return rows.map((row) => row.conversation_key);
}

async function countOutbox(database: Database) {
  const { rows } = await sql<OutboxState>`
    select count(*) filter (where status = 'waiting') as waiting,
      count(*) filter (where status = 'waiting' and attempts >= ${FAILING_ATTEMPTS}) as failing,
      count(*) filter (where status = 'failed') as failed
    from outbox where status in ('waiting', 'failed')
  `.execute(database);
  return rows[0] ?? { waiting: 0, failing: 0, failed: 0 };
}

async function isMailFailing(database: Database): Promise<boolean> {
  const row = await database
    .selectFrom('outbox')
    .select('id')
    .where('kind', '=', 'mail')
    .where('status', '=', 'waiting')
    .where('attempts', '>=', FAILING_ATTEMPTS)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
