import { type Kysely, type Selectable, sql, type Transaction } from 'kysely';
import type {
  NewAnswer,
  Notice,
  NoticeStore,
  Portion,
  Told,
  ToldCount,
} from '../../console/server/notices/noticeStore.ts';
import type { NoticesTable } from '../staff/tables.ts';
import type { Tables } from '../tables.ts';
import { findAskers, findShown, findUntold } from './findShown.ts';
import { waitingSince } from './openUnansweredStore.ts';
import { putRecipients } from './putRecipients.ts';
import { toldStates } from './toldStates.ts';

type Work = Transaction<Tables>;

/** Keeps notices in PostgreSQL; what they say goes out by the outbox, as news of cases do. */
export function openNoticeStore(database: Kysely<Tables>): NoticeStore {
  return {
    list: (portion) => list(database, portion),
    countOpen: async () => {
      const open = database.selectFrom('notices').where('outcome', 'is', null);
      return (await open.select(sql<number>`count(*)::integer`.as('count')).executeTakeFirstOrThrow()).count;
    },
    find: async (id) => {
      const row = await database.selectFrom('notices').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? noticeOf(row) : null;
    },
    make: (correction, now) => make(database, correction, now),
    findShown: (row, entries, since) => findShown(database, row, entries, since),
    findAskers: (questions, since) => findAskers(database, questions, since),
    findUntold: (since) => findUntold(database, since),
    send: (id, recipients, by, version, now) =>
      database.transaction().execute(async (work) => {
        if (!(await settle(work, id, 'sent', by, version, now))) return null;
        return putRecipients(work, id, recipients, now);
      }),
    sendAnswer: (answer, recipients, version, now) =>
      database.transaction().execute(async (work) => {
        const id = await insertAnswer(work, answer, version, now);
        await settleQuestions(work, answer, now);
        return { id, people: await putRecipients(work, id, recipients, now) };
      }),
    setAside: (id, by, now) => settle(database, id, 'set-aside', by, null, now),
    countTold: (id) => countTold(database, id),
    listTold: (id, portion) => listTold(database, id, portion),
  };
}

function noticeOf(row: Selectable<NoticesTable>): Notice {
  return {
    ...{ id: Number(row.id), kind: row.kind, table: row.table_name, key: row.row_key, revision: row.revision },
    ...{ version: row.version, reason: row.reason, madeBy: row.made_by, madeAt: row.made_at },
    ...{ outcome: row.outcome, settledBy: row.settled_by, settledAt: row.settled_at },
  };
}

async function list(database: Kysely<Tables>, { limit, offset }: Portion) {
  const rows = await database
    .selectFrom('notices')
    .selectAll()
    .orderBy(sql`outcome is null`, 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .offset(offset)
    .execute();
  const { total } = await database
    .selectFrom('notices')
    .select(sql<number>`count(*)::integer`.as('total'))
    .executeTakeFirstOrThrow();
  const notices = [];
  for (const row of rows) {
    const counts = row.outcome === 'sent' ? await countTold(database, Number(row.id)) : [];
    notices.push({ ...noticeOf(row), counts });
  }
  return { notices, total };
}

async function make(
  database: Kysely<Tables>,
  { table, key, revision, reason, madeBy }: Pick<Notice, 'table' | 'key' | 'revision' | 'reason' | 'madeBy'>,
  now: Date,
): Promise<number | null> {
  const { rows } = await sql<{ id: number }>`
    insert into notices (kind, table_name, row_key, revision, version, reason, made_by, made_at)
    select 'correction', table_name, row_key, revision, version, ${reason}, ${madeBy}, ${now}::timestamptz
    from knowledge_revisions
    where table_name = ${table} and row_key = ${key} and revision = ${revision} and revision > 1
    on conflict do nothing returning id
  `.execute(database);
  return rows[0] ? Number(rows[0].id) : null;
}

/** Of two who decide at once, one does. */
async function settle(
  work: Kysely<Tables>,
  id: number,
  outcome: 'sent' | 'set-aside',
  by: string,
  version: number | null,
  now: Date,
): Promise<boolean> {
  const row = await work
    .updateTable('notices')
    .set({ outcome, settled_by: by, settled_at: now, told_version: version })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

async function insertAnswer(work: Work, { entry, reason, by }: NewAnswer, version: number, now: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into notices
      (kind, table_name, row_key, revision, version, reason, made_by, made_at, outcome, settled_by, settled_at, told_version)
    select 'answer', 'entries', row_key, revision, ${version}, ${reason}, ${by}, ${now}::timestamptz,
      'sent', ${by}, ${now}::timestamptz, ${version}
    from knowledge_rows where table_name = 'entries' and row_key = ${entry}
    returning id
  `.execute(work);
  return Number(rows[0]?.id);
}

/** Whoever is told of an answer has one: her question waits for nobody any more, and she is not told again. */
async function settleQuestions(work: Work, { entry, reason, byId, questions, since }: NewAnswer, now: Date) {
  await sql`
    insert into settled_turns (conversation_key, turn_id, outcome, entry_id, reason, settled_by, settled_at)
    select conversation_key, turn_id, 'entry', ${entry}, ${reason}, ${byId}, ${now}::timestamptz
    from (${waitingSince(since)}) waiting
    where question = any(${[...questions]}::text[])
    on conflict do nothing
  `.execute(work);
  await sql`
    update settled_turns s set told_at = ${now}::timestamptz from turns t
    where (s.conversation_key, s.turn_id) = (t.conversation_key, t.turn_id) and s.told_at is null
      and s.outcome <> 'set-aside' and t.question = any(${[...questions]}::text[])
  `.execute(work);
}

async function countTold(database: Kysely<Tables>, id: number): Promise<ToldCount[]> {
  const { rows } = await sql<ToldCount>`
    select channel, state, count(*)::integer as people from (${toldStates(id)}) told
    group by channel, state order by channel, state
  `.execute(database);
  return rows;
}

async function listTold(database: Kysely<Tables>, id: number, { limit, offset }: Portion): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select talk, channel, language, question, at, state, since from (${toldStates(id)}) told
    order by at desc nulls last, talk limit ${limit} offset ${offset}
  `.execute(database);
  return rows;
}
