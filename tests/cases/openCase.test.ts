import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { UNIT } from '../support/testCaseDesk.ts';
import { MONDAY } from './aCase.ts';
import { INTAKE, testCases } from './testCases.ts';

const cases = testCases();

describe('openCase', () => {
  it('gives the case to the unit of its topic, with a promise and a mail', async () => {
    cases.now = MONDAY;
    const talk = await cases.beginTalk();
    await talk.says('Selamat datang');
    const { kase, isJoined } = await talk.open();
    expect(isJoined).toBe(false);
    expect(kase).toMatchObject({ state: 'with-liaison', unit: UNIT, suggestedUnit: UNIT, isShared: true, version: 1 });
    expect(kase.promisedAt).toEqual(new Date('2026-07-20T09:00:00Z'));
    expect(kase.dueAt).toEqual(new Date('2026-07-16T09:00:00Z'));
    expect(kase.personal?.transcript).toEqual([{ by: 'bot', text: 'Selamat datang', at: expect.any(String) }]);
    await cases.work.send();
    expect(cases.mails.at(-1)).toMatchObject({ to: 'fei@kemendag.example', thread: kase.number });
  });

  it('takes fourteen days when offices have to talk to each other', async () => {
    const { kase } = await (await cases.beginTalk()).open({ needsCoordination: true });
    expect(kase.promisedAt).toEqual(new Date('2026-07-31T09:00:00Z'));
  });

  it('stays with the desk when she did not agree to share it, and tells nobody else', async () => {
    const { kase } = await (await cases.beginTalk()).open({ consent: null });
    expect(kase).toMatchObject({ state: 'open', unit: null, isShared: false });
    expect(await cases.staff().reroute(kase.number, 'sari', UNIT, 'lebih tahu')).toEqual({ refused: 'not-shared' });
    const consents = await cases.storage.db.selectFrom('consents').selectAll().execute();
    expect(consents.some(({ case_number }) => case_number === kase.number)).toBe(false);
  });

  it('keeps the consent with the version of its words, the unit and the time', async () => {
    const { kase } = await (await cases.beginTalk('en')).open();
    const consent = await cases.storage.db
      .selectFrom('consents')
      .selectAll()
      .where('case_number', '=', kase.number)
      .executeTakeFirst();
    expect(consent).toEqual({
      case_number: kase.number,
      text_version: '2026-11',
      language: 'en',
      unit: UNIT,
      given_at: cases.now,
    });
  });

  it('tells the desk of held goods as well as the unit', async () => {
    await cases.work.send();
    cases.mails.length = 0;
    const { kase } = await (await cases.beginTalk()).open({ isUrgent: true });
    await cases.work.send();
    expect(cases.mails.map(({ to }) => to)).toEqual(['fei@kemendag.example', 'desk@fta.example']);
    expect(cases.mails.every(({ subject }) => subject.startsWith(`[MENDESAK] ${kase.number}`))).toBe(true);
    expect(cases.mails[1]?.text).not.toContain('/cases/reply/');
  });

  it('begins its numbers anew with the year in WIB', async () => {
    cases.now = new Date('2031-12-31T16:59:00Z');
    const old = await (await cases.beginTalk()).open();
    cases.now = new Date('2031-12-31T17:00:00Z');
    const young = await (await cases.beginTalk()).open();
    cases.now = MONDAY;
    expect([old.kase.number, young.kase.number]).toEqual(['FTA-2031-00001', 'FTA-2032-00001']);
  });
});

describe('a second message on the same subject', () => {
  it('joins the open case, whoever is quicker', async () => {
    const talk = await cases.beginTalk();
    const opened = await Promise.all([
      talk.open({ personal: { problem: 'satu' } }),
      talk.open({ personal: { problem: 'dua' } }),
      talk.open({ personal: { problem: 'tiga' } }),
    ]);
    expect(new Set(opened.map(({ kase }) => kase.number)).size).toBe(1);
    expect(opened.filter(({ isJoined }) => isJoined)).toHaveLength(2);
    const events = await cases.store.events(opened[0]?.kase.number ?? '');
    expect(events.map(({ kind }) => kind)).toEqual(['case.opened', 'case.supplied', 'case.supplied']);
  });

  it('opens an answered case again, and a new one after the old is closed', async () => {
    const talk = await cases.beginTalk();
    const { kase } = await talk.open();
    await cases.staff().reply(kase.number, 'sari', 'Begini.');
    expect(await talk.open()).toMatchObject({ isJoined: true, kase: { number: kase.number, state: 'with-liaison' } });
    await cases.staff().close(kase.number, 'sari', 'solved');
    const next = await talk.open();
    expect(next.isJoined).toBe(false);
    expect(await cases.staff().reopen(kase.number, 'sari', 'lagi')).toEqual({ refused: 'other-open' });
  });

  it('is another case for another country, and for another exporter', async () => {
    const talk = await cases.beginTalk();
    const first = await talk.open();
    const second = await talk.open({ about: { ...INTAKE.about, destination: 'KR' } });
    const other = await (await cases.beginTalk()).open();
    expect(new Set([first, second, other].map(({ kase }) => kase.number)).size).toBe(3);
  });
});

describe('200 cases at once', () => {
  it('get 200 numbers without a gap, each with its event, audit row, key and mail', async () => {
    cases.now = new Date('2040-02-01T02:00:00Z');
    const talks = await Promise.all(Array.from({ length: 200 }, () => cases.beginTalk()));
    const opened = await Promise.all(talks.map((talk) => talk.open()));
    const numbers = opened.map(({ kase }) => kase.number).sort();
    expect(numbers).toEqual(Array.from({ length: 200 }, (_, at) => `FTA-2040-${String(at + 1).padStart(5, '0')}`));
    const counts = await sql<Record<string, number>>`
      select (select count(*) from case_events where case_number like 'FTA-2040-%') as events,
             (select count(*) from audit where case_number like 'FTA-2040-%') as audits,
             (select count(*) from case_tokens where case_number like 'FTA-2040-%') as keys,
             (select count(*) from outbox where case_number like 'FTA-2040-%') as mails
    `.execute(cases.storage.db);
    expect(counts.rows[0]).toEqual({ events: 200, audits: 200, keys: 200, mails: 200 });
    cases.mails.length = 0;
    await Promise.all([cases.work.send(), cases.work.send(), cases.work.send()]);
    const sent = cases.mails.map(({ key }) => key).filter((key) => key.startsWith('FTA-2040-'));
    expect([sent.length, new Set(sent).size]).toEqual([200, 200]);
    cases.now = MONDAY;
  });

  it('leave no gap when one is taken back', async () => {
    cases.now = new Date('2041-02-01T02:00:00Z');
    const first = await (await cases.beginTalk()).open();
    const broken = await cases.beginTalk();
    const { db } = cases.storage;
    await db.deleteFrom('conversations').where('conversation_key', '=', broken.conversationKey).execute();
    await expect(broken.open()).rejects.toThrow();
    const second = await (await cases.beginTalk()).open();
    cases.now = MONDAY;
    expect([first, second].map(({ kase }) => kase.number)).toEqual(['FTA-2041-00001', 'FTA-2041-00002']);
  });
});
