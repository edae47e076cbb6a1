import type { LiveRow } from '../../../knowledge/index.ts';
import { mayDo } from '../../../staff/index.ts';
import type * as calls from '../../contract/notices.ts';
import { titleOf } from '../knowledge/titleOf.ts';
import type { Handler } from '../serveCall.ts';
import { findMisled } from './findMisled.ts';
import { audienceOf, byPerson, type Due, makeRecipients } from './makeRecipients.ts';
import type { NoticeBench } from './noticeBench.ts';
import type { Notice, Shown, Told } from './noticeStore.ts';

export function listNoticesWith(bench: NoticeBench): Handler<typeof calls.listNotices> {
  return async ({ query: { page, size } }) => {
    const { notices, total } = await bench.notices.list({ limit: size, offset: (page - 1) * size });
    const shown = [];
    for (const { counts, ...notice } of notices) shown.push({ ...(await noticeShown(bench, notice)), counts });
    return { notices: shown, total };
  };
}

/** Before it is sent: whom it would reach. Afterwards: whom it reached. */
export function readNoticeWith(bench: NoticeBench): Handler<typeof calls.readNotice> {
  return async ({ params: { id }, query: { page, size }, caller }) => {
    const notice = await findNotice(bench, id);
    if (!notice) return { notice: null, counts: [], audience: null, people: [], total: 0 };
    const portion = { limit: size, offset: (page - 1) * size };
    const read =
      notice.outcome === null ? await readOpen(bench, notice, portion) : await readSettled(bench, notice, portion);
    const mayRead = mayDo(caller.member.roles, 'read-talks');
    return {
      ...read,
      notice: await noticeShown(bench, notice),
      people: read.people.map((person) => ({ ...person, talk: mayRead ? person.talk : null })),
    };
  };
}

interface Part {
  readonly limit: number;
  readonly offset: number;
}

async function readOpen(bench: NoticeBench, notice: Notice, { limit, offset }: Part) {
  const { rows } = await bench.live();
  const misled = (await findMisled(bench, notice)).filter(isDue);
  const people = [...byPerson(misled).values()].flatMap(([first]) => first ?? []);
  return {
    counts: [],
    audience: audienceOf(misled, rows, bench.sayings.tellCorrection),
    people: people.slice(offset, offset + limit).map(personShown),
    total: people.length,
  };
}

async function readSettled(bench: NoticeBench, { id }: Notice, portion: Part) {
  const counts = await bench.notices.countTold(id);
  const told = await bench.notices.listTold(id, portion);
  const total = counts.reduce((sum, { people }) => sum + people, 0);
  return { counts, audience: null, people: told.map(toldShown), total };
}

/** The list is made anew: whoever erased her data while somebody looked at it is not on it. */
export function sendNoticeWith(bench: NoticeBench): Handler<typeof calls.sendNotice> {
  return async ({ params: { id }, caller, note }) => {
    const notice = await findNotice(bench, id);
    if (!notice) return { kind: 'unknown' };
    note({ subject: `${notice.table}/${notice.key}`, notice: notice.id });
    if (notice.outcome !== null) return { kind: 'settled' };
    const { rows, version } = await bench.live();
    const misled = (await findMisled(bench, notice)).filter(isDue);
    const recipients = await makeRecipients(misled, rows, bench.sayings.tellCorrection);
    // Whoever was told by a colleague just now is not misled any more.
    if (recipients.length === 0) return { kind: (await findNotice(bench, id))?.outcome ? 'settled' : 'nobody' };
    const people = await bench.notices.send(notice.id, recipients, caller.member.name, version, bench.clock());
    if (people === null) return { kind: 'settled' };
    note({ people });
    return { kind: 'sent', people };
  };
}

export function setNoticeAsideWith(bench: NoticeBench): Handler<typeof calls.setNoticeAside> {
  return async ({ params: { id }, body: { reason }, caller, note }) => {
    note({ reason });
    const isDone = await bench.notices.setAside(numberIn(id), caller.member.name, bench.clock());
    return { kind: isDone ? 'set-aside' : 'settled' };
  };
}

export function makeNoticeWith(bench: NoticeBench): Handler<typeof calls.makeNotice> {
  return async ({ body, caller, note }) => {
    note({ subject: `${body.table}/${body.key}`, revision: body.revision, reason: body.reason });
    const id = await bench.notices.make({ ...body, madeBy: caller.member.name }, bench.clock());
    return id === null ? { kind: 'not-made' } : { kind: 'made', id };
  };
}

function findNotice({ notices }: NoticeBench, id: string): Promise<Notice | null> {
  return notices.find(numberIn(id));
}

/** What is no number is none of ours. */
function numberIn(id: string): number {
  return /^\d{1,12}$/.test(id) ? Number(id) : 0;
}

function isDue(shown: Shown): shown is Due {
  return shown.entry !== null;
}

async function noticeShown(bench: NoticeBench, { madeAt, settledAt, version: _, ...notice }: Notice) {
  const { find } = await bench.live();
  const row: Pick<LiveRow, 'value'> | undefined = find(notice.table, notice.key);
  return {
    ...notice,
    title: titleOf(notice.table, row?.value ?? { id: notice.key }),
    madeAt: madeAt.toISOString(),
    settledAt: settledAt?.toISOString() ?? null,
  };
}

function personShown({ home, channel, language, question, at, revision }: Shown) {
  return { talk: home, channel, language, question, at: at.toISOString(), revision, state: null, since: null };
}

function toldShown({ at, since, ...told }: Told) {
  return { ...told, at: at.toISOString(), revision: null, since: since?.toISOString() ?? null };
}
