import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';
import { keepAsked } from './support/askedTurns.ts';
import { aMember, type ConsoleClient, theAdministrator } from './support/consoleClient.ts';

let app: TestApp;
let storage: TestStorage;
let editor: ConsoleClient;
let publisher: ConsoleClient;

beforeAll(async () => {
  app = await startTestApp();
  storage = await openTestStorage(app.config.databaseUrl);
  const administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  editor = await aMember(app.url, administrator, 'penyunting@example.com', ['editor']);
  publisher = await aMember(app.url, administrator, 'penerbit@example.com', ['publisher']);
  await keepAsked(storage.db, [
    { question: 'sewa kontainer pendingin <b>murah</b>', times: 3, nearest: 'ska-cara-urus' },
    { question: 'sewa kontener pendingin murah', daysAgo: 2 },
    { question: 'sewa kontainer pendingin murah', daysAgo: 9 },
    { question: 'sewa kontainer pendingin murah', daysAgo: 40 },
    { question: 'zodiak hari ini', times: 2, daysAgo: 1 },
    { question: 'cara urus ska', decision: 'answer', entry: 'ska-cara-urus', thumb: 'down' },
    { question: 'biaya ska', decision: 'answer', entry: 'ska-cara-urus', thumb: 'up' },
    { question: 'where is my refrigerated box', language: 'en' },
  ]);
});
afterAll(async () => {
  await storage.close();
  await app.remove();
});

// biome-ignore lint/suspicious/noExplicitAny: groups as they come over the wire
async function groupsOf(query = ''): Promise<any[]> {
  return (await editor.call('GET', `/unanswered?${query}`)).body.groups;
}

describe('unanswered questions', () => {
  it('are grouped by likeness, counted by week and month, in their own words', async () => {
    const [first] = await groupsOf();
    expect(first).toMatchObject({
      leader: 'sewa kontainer pendingin <b>murah</b>',
      wordings: 3,
      misses: 5,
      last7: 4,
      before7: 1,
      last30: 5,
      nearest: [{ key: 'ska-cara-urus' }],
    });
    expect(first.days.at(-1)).toBe(3);
    expect(first.days).toHaveLength(30);
  });

  it('hold thumbs down with the answer that got them, and no thumbs up', async () => {
    const [group, ...others] = await groupsOf('kind=thumbs-down');
    expect(group).toMatchObject({ leader: 'cara urus ska', thumbsDown: 1, disliked: [{ key: 'ska-cara-urus' }] });
    expect(others).toEqual([]);
  });

  it('are narrowed by words and language, and paged', async () => {
    expect((await groupsOf('language=en')).map(({ leader }) => leader)).toEqual(['where is my refrigerated box']);
    expect((await groupsOf('words=ZODIAK')).map(({ last30 }) => last30)).toEqual([2]);
    const second = (await editor.call('GET', '/unanswered?size=1&page=2')).body;
    expect(second).toMatchObject({ total: 4, groups: [{ leader: 'zodiak hari ini' }] });
  });

  it('say nothing of who asked', async () => {
    const keys = (await storage.db.selectFrom('turns').select('conversation_key').execute()).map(
      (row) => row.conversation_key,
    );
    const said = JSON.stringify((await editor.call('GET', '/unanswered')).body);
    expect(keys.filter((key) => said.includes(key))).toEqual([]);
  });
});

describe('setting aside', () => {
  it('takes a group off the list with a reason, until it is asked again', async () => {
    const body = { questions: ['zodiak hari ini'], reason: 'Di luar tugas' };
    expect((await editor.call('POST', '/unanswered/set-aside', body)).body).toMatchObject({ settled: 2 });
    expect(await groupsOf('words=zodiak')).toEqual([]);
    const settled = await storage.db.selectFrom('settled_turns').selectAll().execute();
    expect(settled).toEqual([
      expect.objectContaining({ outcome: 'set-aside', reason: 'Di luar tugas' }),
      expect.objectContaining({ outcome: 'set-aside' }),
    ]);
    await keepAsked(storage.db, [{ question: 'zodiak hari ini' }]);
    expect((await groupsOf('words=zodiak')).map(({ last30 }) => last30)).toEqual([1]);
  });

  it('is undone, by whoever may settle', async () => {
    const { asides, total } = (await publisher.call('GET', '/unanswered/set-aside')).body;
    expect(total).toBe(1);
    expect(asides).toEqual([
      expect.objectContaining({
        questions: ['zodiak hari ini'],
        count: 2,
        reason: 'Di luar tugas',
        byName: 'penyunting',
      }),
    ]);
    const [{ at, by }] = asides;
    expect((await publisher.call('POST', '/unanswered/restore', { at })).body).toEqual({ restored: 0 });
    expect((await publisher.call('POST', '/unanswered/restore', { at, by })).body).toEqual({ restored: 2 });
    expect((await groupsOf('words=zodiak')).map(({ last30 }) => last30)).toEqual([3]);
    expect((await editor.call('GET', '/unanswered/set-aside')).body).toEqual({ asides: [], total: 0 });
  });

  it('needs a reason', async () => {
    const body = { questions: ['zodiak hari ini'], reason: ' ' };
    expect((await editor.call('POST', '/unanswered/set-aside', body)).status).toBe(400);
  });
});

describe('adding phrasings', () => {
  const WORDS = 'sewa kontener pendingin murah';
  const body = {
    entry: 'ska-cara-urus',
    phrasings: [{ language: 'id', text: WORDS }],
    questions: [WORDS, 'sewa kontainer pendingin murah', 'sewa kontainer pendingin <b>murah</b>'],
    reason: 'bahasa eksportir',
  };

  it("goes to review when the editor may not publish, and never into somebody else's draft", async () => {
    const english = {
      ...body,
      phrasings: [{ language: 'en', text: 'where is my refrigerated box' }],
      questions: ['where is my refrigerated box'],
    };
    expect((await editor.call('POST', '/unanswered/phrasings', english)).body).toEqual({
      kind: 'in-review',
      settled: 1,
    });
    const draft = await storage.db.selectFrom('knowledge_drafts').selectAll().executeTakeFirstOrThrow();
    expect(draft).toMatchObject({ row_key: 'ska-cara-urus', state: 'in-review', note: 'bahasa eksportir' });
    expect((await editor.call('POST', '/unanswered/phrasings', body)).body).toEqual({ kind: 'draft-exists' });
  });

  it('refuses a phrasing of another entry, and names it', async () => {
    const other = (
      await storage.db
        .selectFrom('knowledge_revisions')
        .select('value')
        .where('row_key', '=', 'ska-manfaat')
        .executeTakeFirstOrThrow()
    ).value as { phrasings: { id: string[] } };
    const taken = { ...body, phrasings: [{ language: 'id', text: ` ${other.phrasings.id[0]?.toUpperCase()}?` }] };
    expect((await publisher.call('POST', '/unanswered/phrasings', taken)).body).toMatchObject({
      kind: 'taken',
      by: { key: 'ska-manfaat' },
    });
  });

  it('knows only entries that are live', async () => {
    expect((await publisher.call('POST', '/unanswered/phrasings', { ...body, entry: 'tidak-ada' })).body).toEqual({
      kind: 'unknown',
    });
  });

  it('publishes them with the reason and settles the questions', async () => {
    const { body: reply } = await publisher.call('POST', '/unanswered/phrasings', body);
    expect(reply).toMatchObject({ kind: 'published', settled: 5 });
    expect(await groupsOf('words=pendingin')).toEqual([]);
    const live = await storage.db
      .selectFrom('knowledge_revisions as r')
      .innerJoin('knowledge_publishes as p', 'p.version', 'r.version')
      .select(['r.value', 'p.reason', 'p.author'])
      .where('r.row_key', '=', 'ska-cara-urus')
      .orderBy('r.revision', 'desc')
      .executeTakeFirstOrThrow();
    expect(live).toMatchObject({ reason: 'bahasa eksportir', author: 'penerbit' });
    expect((live.value as { phrasings: { id: string[] } }).phrasings.id.at(-1)).toBe(WORDS);
  });

  it('writes into the audit log what was done to which entry', async () => {
    const rows = await storage.db.selectFrom('staff_audit').select(['act', 'subject']).execute();
    expect(rows).toContainEqual({ act: 'add-phrasings', subject: 'entries/ska-cara-urus' });
    expect(JSON.stringify(rows)).not.toContain(WORDS);
  });
});

describe('telling who had asked', () => {
  const QUESTIONS = [
    'sewa kontener pendingin murah',
    'sewa kontainer pendingin murah',
    'sewa kontainer pendingin <b>murah</b>',
  ];
  const answered = async () => (await publisher.call('GET', '/notices/answered')).body.answered;

  it('is offered once the phrasing is published, and not while it waits for review', async () => {
    const [offer, ...others] = await answered();
    expect(offer).toMatchObject({ entry: 'ska-cara-urus' });
    expect(offer.questions.toSorted()).toEqual(QUESTIONS.toSorted());
    expect(others).toEqual([]);
  });

  it('shows how many, where and in which words, and sends nothing by that', async () => {
    const { body } = await publisher.call('POST', '/notices/answered/count', {
      entry: 'ska-cara-urus',
      questions: QUESTIONS,
    });
    expect(body.audience).toMatchObject({ people: 6, byChannel: [{ channel: 'web', people: 6 }], silent: 0 });
    expect(body.audience.samples[0].text).toContain('Jawaban untuk pertanyaan Anda sudah ada');
    expect(await storage.db.selectFrom('notice_recipients').selectAll().execute()).toEqual([]);
  });

  it('tells each of them once, leaves out who stopped or erased, and is not offered again', async () => {
    const talks = await storage.db
      .selectFrom('turns')
      .select('conversation_key as key')
      .where('question', '=', QUESTIONS[2] as string)
      .execute();
    const [stopped, erased] = talks.map(({ key }) => key) as [string, string];
    const keep = storage.db.updateTable('conversations').set({ state: JSON.stringify({ isStopped: true }) });
    await keep.where('conversation_key', '=', stopped).execute();
    const forget = storage.db.updateTable('turns').set({ question: '', explanation: null });
    await forget.where('conversation_key', '=', erased).execute();
    const body = { entry: 'ska-cara-urus', questions: QUESTIONS };
    const told = (await publisher.call('POST', '/notices/answered/tell', body)).body;
    expect(told).toMatchObject({ kind: 'sent', people: 4 });
    const rows = await eventually(
      () => storage.db.selectFrom('outbox').selectAll().where('message_key', 'like', `notice-${told.id}-%`).execute(),
      (all) => all.every(({ status }) => status === 'sent'),
    );
    expect(new Set(rows.map((row) => row.conversation_key)).size).toBe(4);
    expect(rows.map((row) => row.conversation_key)).not.toContain(stopped);
    expect(await answered()).toEqual([]);
    expect((await publisher.call('POST', '/notices/answered/tell', body)).body).toEqual({ kind: 'nobody' });
    const { people } = (await publisher.call('GET', `/notices/${told.id}`)).body;
    expect(people.map(({ state }: { state: string }) => state)).toEqual(['sent', 'sent', 'sent', 'sent']);
  });

  it('is offered on a group that waits, when an entry got one of its wordings elsewhere', async () => {
    const live = await storage.db
      .selectFrom('knowledge_revisions')
      .select('value')
      .where('row_key', '=', 'ska-manfaat')
      .executeTakeFirstOrThrow();
    const { phrasings } = live.value as { phrasings: { id: string[] } };
    await keepAsked(storage.db, [{ question: `${phrasings.id[0]}?` }]);
    const groups = await groupsOf();
    expect(groups.find(({ leader }) => leader === `${phrasings.id[0]}?`)).toMatchObject({
      answeredBy: { key: 'ska-manfaat' },
    });
    expect(groups.filter(({ answeredBy }) => answeredBy !== null)).toHaveLength(1);
  });

  it('knows only entries that are live', async () => {
    const body = { entry: 'tidak-ada', questions: ['apa saja'] };
    expect((await publisher.call('POST', '/notices/answered/count', body)).body).toEqual({ audience: null });
    expect((await publisher.call('POST', '/notices/answered/tell', body)).body).toEqual({ kind: 'unknown' });
  });
});
