import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';
import { keepAsked } from './support/askedTurns.ts';
import { aMember, type ConsoleClient, theAdministrator } from './support/consoleClient.ts';
import { keepCase } from './support/keptCase.ts';

const WEEK_MS = 7 * 24 * 3_600_000;

let app: TestApp;
let storage: TestStorage;
let administrator: ConsoleClient;
let officer: ConsoleClient;
let viewer: ConsoleClient;
let number: string;
let late: string;

beforeAll(async () => {
  app = await startTestApp();
  storage = await openTestStorage(app.config.databaseUrl);
  administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  officer = await aMember(app.url, administrator, 'petugas@example.com', ['case-officer']);
  viewer = await aMember(app.url, administrator, 'pembaca@example.com', ['viewer']);
  number = await keepCase(storage.db);
  late = await keepCase(storage.db, { consent: null, isUrgent: true }, new Date(Date.now() - WEEK_MS));
});
afterAll(async () => {
  await storage.close();
  await app.remove();
});

const act = (body: object, who = officer) => who.call('POST', `/cases/file/${number}`, body);
const file = async () => (await officer.call('GET', `/cases/file/${number}`)).body.file;

describe('cases', () => {
  it('are listed with their deadlines, the urgent first, and narrowed down', async () => {
    const { cases, total } = (await officer.call('GET', '/cases?only=unclosed')).body;
    expect(total).toBe(2);
    expect(cases[0]).toMatchObject({ number: late, isUrgent: true, isOverdue: true });
    expect((await officer.call('GET', '/cases?only=urgent')).body.total).toBe(1);
    expect((await officer.call('GET', `/cases?words=${number}`)).body.cases).toHaveLength(1);
    expect(
      (await officer.call('GET', '/cases?unit=desk')).body.cases.map((kase: { number: string }) => kase.number),
    ).toEqual([late]);
  });

  it('are shown whole, and every look is written down', async () => {
    expect(await file()).toMatchObject({ number, state: 'with-liaison', isShared: true, isErased: false });
    const looks = await storage.db.selectFrom('audit').selectAll().where('act', '=', 'case.looked-at').execute();
    expect(looks).toContainEqual(expect.objectContaining({ case_number: number, actor: 'petugas' }));
    const looked = async () => (await administrator.call('GET', '/audit?act=case.looked-at')).body;
    expect((await looked()).entries).toContainEqual(
      expect.objectContaining({ actorKind: 'staff', actor: 'petugas', subject: number }),
    );
    const { total } = await looked();
    await officer.call('GET', `/cases/file/${number}?isRefresh=true`);
    expect((await looked()).total).toBe(total);
  });

  it('name what they are about, and where they come from', async () => {
    expect(await file()).toMatchObject({ topic: 'ska', destination: { id: 'Jepang', en: 'Japan' }, product: null });
    expect((await file()).talk).toBeTruthy();
  });

  it('are looked after by who takes them', async () => {
    const mine = async (who = officer) => (await who.call('GET', '/cases?only=mine')).body.total;
    expect(await mine()).toBe(0);
    expect((await act({ act: 'take' })).body).toEqual({ kind: 'done' });
    expect([await mine(), await mine(administrator)]).toEqual([1, 0]);
    expect((await officer.call('GET', '/cases?only=overdue')).body.cases).toMatchObject([{ number: late }]);
    const { events } = await file();
    expect(events.at(-1)).toMatchObject({ kind: 'case.taken', actor: 'petugas', told: null });
  });

  it('are for case officers', async () => {
    for (const path of ['/cases', `/cases/file/${number}`, '/cases/units'])
      expect((await viewer.call('GET', path)).status).toBe(403);
    expect((await act({ act: 'note', words: 'halo' }, viewer)).status).toBe(403);
  });

  it('are answered; the exporter is told, and a note never is', async () => {
    const { version } = await file();
    expect((await act({ act: 'note', words: 'Rahasia kantor' })).body).toEqual({ kind: 'done' });
    expect((await act({ act: 'reply', words: 'Ajukan SKA pengganti.', seen: version })).body).toEqual({ kind: 'done' });
    const { state, events } = await file();
    expect(state).toBe('answered');
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual([
      ...['case.opened', 'case.taken', 'case.noted', 'case.answered'],
    ]);
    expect(['waiting', 'kept']).toContain(events.at(-1).told.state);
    const told = JSON.stringify(await storage.db.selectFrom('outbox').select('payload').execute());
    expect(told).toContain('Ajukan SKA pengganti.');
    expect(told).not.toContain('Rahasia');
  });

  it('become a draft with question, answer and unit, and with the written answer of a unit as its source', async () => {
    const at = `/cases/file/${number}/knowledge`;
    const { body } = await officer.call('POST', at, { note: 'Dari kasus' });
    expect(body).toMatchObject({ kind: 'made', source: null });
    const draftOf = async (table: string, key: string) => {
      const row = await storage.db
        .selectFrom('knowledge_drafts')
        .selectAll()
        .where('table_name', '=', table)
        .where('row_key', '=', key)
        .executeTakeFirstOrThrow();
      return row as typeof row & { value: Record<string, unknown> };
    };
    const draft = await draftOf('entries', body.key);
    expect(draft).toMatchObject({ state: 'draft', note: 'Dari kasus', base_revision: 0 });
    expect(draft.value).toMatchObject({ answer: { id: { short: 'Ajukan SKA pengganti.' }, en: { short: '' } } });
    expect(JSON.stringify(draft.value)).not.toContain('Rahasia');
    const { unit } = await file();
    const answered = storage.db.updateTable('case_events').set({ actor_kind: 'liaison', actor: unit });
    await answered.where('case_number', '=', number).where('kind', '=', 'case.answered').execute();
    const again = (await officer.call('POST', at, {})).body;
    expect(again.source).toMatch(new RegExp(`^jawaban-${unit}-\\d{4}-\\d\\d-\\d\\d$`));
    expect((await draftOf('entries', again.key)).value).toMatchObject({ sources: [again.source], unit });
    const source = await draftOf('documents', again.source);
    expect(source.value).toMatchObject({
      tier: 'official',
      title: { id: expect.stringContaining('Jawaban tertulis') },
    });
    expect(JSON.stringify(source.value)).not.toContain(number);
    expect((await viewer.call('POST', at, {})).status).toBe(403);
    expect((await officer.call('POST', `/cases/file/${late}/knowledge`, {})).body).toEqual({ kind: 'nothing' });
    const put = storage.db.updateTable('case_events').set({ actor_kind: 'staff', actor: 'petugas' });
    await put.where('case_number', '=', number).where('kind', '=', 'case.answered').execute();
  });

  it('are not written over what somebody else did meanwhile', async () => {
    const { version } = await file();
    expect((await act({ act: 'reopen', words: 'Masih kurang' })).body).toEqual({ kind: 'done' });
    const exportValue = { amount: 12_500.5, currency: 'USD' };
    const closing = { act: 'close', outcome: 'solved', exportValue, seen: version };
    expect((await act(closing)).body).toEqual({ kind: 'stale' });
    expect((await act({ ...closing, seen: (await file()).version })).body).toEqual({ kind: 'done' });
    expect(await file()).toMatchObject({ state: 'closed', outcome: 'solved', isResolved: true, exportValue });
    for (const bad of [
      { amount: 0, currency: 'USD' },
      { amount: 5, currency: 'XXX' },
      { amount: -1, currency: 'IDR' },
    ])
      expect((await act({ ...closing, exportValue: bad })).status).toBe(400);
    expect((await act({ act: 'ask', words: 'Apa lagi?', seen: 99 })).body.kind).not.toBe('done');
  });

  it('of one exporter are merged, and of two are not', async () => {
    const { exporter_key } = await storage.db
      .selectFrom('cases')
      .select('exporter_key')
      .where('case_number', '=', late)
      .executeTakeFirstOrThrow();
    const [one, stranger] = [await keepCase(storage.db, { consent: null }), await keepCase(storage.db)];
    await storage.db.updateTable('cases').set({ exporter_key }).where('case_number', '=', one).execute();
    const { others, version } = (await officer.call('GET', `/cases/file/${late}`)).body.file;
    expect(others).toMatchObject([{ number: one, state: 'open' }]);
    const absorb = (other: string) =>
      officer.call('POST', `/cases/file/${late}`, { act: 'absorb', other, seen: version });
    expect((await absorb(stranger)).body).toEqual({ kind: 'other-exporter' });
    expect((await absorb("FTA-2026-1' or 1=1")).status).toBe(400);
    expect((await absorb(one)).body).toEqual({ kind: 'done' });
    expect((await officer.call('GET', `/cases/file/${one}`)).body.file).toMatchObject({
      mergedInto: late,
      acts: ['note'],
    });
    expect((await officer.call('GET', `/cases?words=${one}&only=all`)).body.total).toBe(1);
    const close = { act: 'close', outcome: 'withdrawn', seen: 1 };
    expect((await officer.call('POST', `/cases/file/${stranger}`, close)).body).toEqual({ kind: 'done' });
  });

  it('are unknown by a number that is not there', async () => {
    expect((await officer.call('GET', '/cases/file/FTA-2026-99999')).body).toEqual({ file: null });
    const body = { act: 'note', words: 'halo' };
    expect((await officer.call('POST', '/cases/file/FTA-2026-99999', body)).body).toEqual({ kind: 'unknown' });
  });
});

describe('today', () => {
  it('counts what waits, what is due and how the week went', async () => {
    await keepAsked(storage.db, [
      { question: 'sewa gudang', times: 2 },
      { question: 'cara urus ska', decision: 'answer', entry: 'ska-cara-urus', thumb: 'up', daysAgo: 2 },
      { question: 'form apa', decision: 'clarify', daysAgo: 9 },
    ]);
    const { body } = await officer.call('GET', '/today');
    expect(body).toMatchObject({
      unanswered: 2,
      cases: { open: 1, overdue: 1, due: [{ number: late, isOverdue: true }] },
      week: { questions: 3, answered: 1, unanswered: 2, thumbsUp: 1, exporters: 3 },
      before: { questions: 1, afterChoice: 1 },
    });
    expect(body.days).toHaveLength(7);
    expect(body.days.at(-1).count).toBe(2);
    expect(body.unconfirmed).toBeGreaterThan(0);
  });

  it('shows no case to who may not read cases', async () => {
    expect((await viewer.call('GET', '/today')).body.cases).toBeNull();
  });
});
