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
    const { entries } = (await administrator.call('GET', '/audit?act=read-case')).body;
    expect(entries).toContainEqual(expect.objectContaining({ actor: 'petugas', subject: number }));
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
    expect(events.map(({ kind }: { kind: string }) => kind)).toEqual(['case.opened', 'case.noted', 'case.answered']);
    const told = JSON.stringify(await storage.db.selectFrom('outbox').select('payload').execute());
    expect(told).toContain('Ajukan SKA pengganti.');
    expect(told).not.toContain('Rahasia');
  });

  it('are not written over what somebody else did meanwhile', async () => {
    const { version } = await file();
    expect((await act({ act: 'reopen', words: 'Masih kurang' })).body).toEqual({ kind: 'done' });
    const closing = { act: 'close', outcome: 'solved', seen: version };
    expect((await act(closing)).body).toEqual({ kind: 'stale' });
    expect((await act({ ...closing, seen: (await file()).version })).body).toEqual({ kind: 'done' });
    expect(await file()).toMatchObject({ state: 'closed', outcome: 'solved' });
    expect((await act({ act: 'ask', words: 'Apa lagi?', seen: 99 })).body.kind).not.toBe('done');
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
