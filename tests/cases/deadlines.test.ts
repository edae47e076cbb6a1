import { describe, expect, it } from '@jest/globals';
import type { CaseEvent } from '../../src/cases/index.ts';
import { DEPUTY, UNIT } from '../support/testCaseDesk.ts';
import { MONDAY } from './aCase.ts';
import { testCases } from './testCases.ts';

const cases = testCases();

/** Lets the jobs run at a moment, as often as they like. */
async function at(moment: string): Promise<void> {
  cases.now = new Date(`${moment.replace(' ', 'T').replace('.', ':')}:00+07:00`);
  await cases.work.checkDeadlines();
  await cases.work.checkDeadlines();
  await Promise.all([cases.work.send(), cases.work.send()]);
}

async function kinds(number: string): Promise<CaseEvent['kind'][]> {
  return (await cases.store.events(number)).map(({ kind }) => kind);
}

/** Subjects of the mails since the last look. */
function newMails(): string[] {
  return cases.mails.splice(0).map(({ to, subject }) => `${to}: ${subject.replace(/^.*?: /, '')}`);
}

describe('a unit that is silent', () => {
  it('is reminded before and at the deadline, then its deputy has the case, then staff hears of it', async () => {
    cases.now = MONDAY;
    const talk = await cases.beginTalk();
    const { kase } = await talk.open();
    await cases.work.send();
    expect(newMails()).toEqual([
      'fei@kemendag.example: mohon bantuan untuk eksportir – SKA saya ditolak, nomor HP [telepon]',
    ]);

    await at('2026-07-15 08.00');
    expect(newMails()).toEqual([]);
    await at('2026-07-16 08.30');
    expect(newMails()).toEqual(['fei@kemendag.example: pengingat, batas waktu mendekat']);
    await at('2026-07-16 15.59');
    expect(newMails()).toEqual([]);
    await at('2026-07-16 16.00');
    expect(newMails()).toEqual(['fei@kemendag.example: batas waktu sudah tiba']);
    expect(await talk.told()).toEqual([]);

    await at('2026-07-17 16.00');
    expect(newMails()).toEqual([
      'kasus@disperindag.example: mohon bantuan untuk eksportir – SKA saya ditolak, nomor HP [telepon]',
    ]);
    expect((await cases.find(kase.number)).unit).toBe(DEPUTY);
    expect((await talk.told()).at(-1)).toMatch(/diteruskan ke \*\*Disperindag Jateng\*\*.*belum menanggapi/s);

    await at('2026-07-23 08.30');
    await at('2026-07-23 16.00');
    expect(newMails().length).toBe(2);
    await at('2026-07-24 16.00');
    expect(newMails()).toEqual(['desk@fta.example: perlu ditangani FTA Center – SKA saya ditolak, nomor HP [telepon]']);
    expect((await cases.find(kase.number)).attention).toBe('overdue');
  });

  it('lets no promise pass in silence: she is told on that day, with a new date, again and again', async () => {
    cases.now = MONDAY;
    const talk = await cases.beginTalk('en');
    const { kase } = await talk.open();
    await cases.staff().accept(kase.number, 'sari');
    await at('2026-07-20 16.00');
    const told = async () => (await talk.told()).filter((text) => text.includes('we are sorry'));
    expect(await told()).toHaveLength(1);
    expect((await told())[0]).toContain('Wednesday, 22 July 2026, 16.00 WIB');
    await at('2026-07-21 16.00');
    await at('2026-07-22 16.00');
    await at('2026-07-29 16.00');
    for (let week = 0; week < 8; week++) {
      const { promisedAt } = await cases.find(kase.number);
      cases.now = new Date(Math.max(promisedAt?.getTime() ?? 0, cases.now.getTime()));
      await cases.work.checkDeadlines();
      await cases.work.send();
      expect((await cases.find(kase.number)).promisedAt?.getTime()).toBeGreaterThan(cases.now.getTime());
    }
    expect((await told()).length).toBeGreaterThan(6);
  });
});

describe('the desk', () => {
  it('owes a first reply within a working day, and is reminded of it', async () => {
    cases.now = new Date('2026-07-17T11:00:00Z');
    newMails();
    const talk = await cases.beginTalk();
    const { kase } = await talk.open({ consent: null });
    expect(kase).toMatchObject({ state: 'open', unit: null, dueFor: 'first-reply' });
    expect(kase.promisedAt).toEqual(new Date('2026-07-21T09:00:00Z'));
    await cases.work.send();
    expect(newMails()).toHaveLength(1);
    await at('2026-07-21 14.00');
    await at('2026-07-21 16.00');
    expect((await talk.told()).at(-1)).toContain('Kamis, 23 Juli 2026, 16.00 WIB');
    expect(await kinds(kase.number)).toEqual(['case.opened', 'case.reminded', 'case.overdue']);
  });

  it('owes it within two working hours when goods are held', async () => {
    cases.now = new Date('2026-07-17T08:30:00Z');
    const { kase } = await (await cases.beginTalk()).open({ consent: null, isUrgent: true });
    expect(kase.promisedAt).toEqual(new Date('2026-07-20T02:30:00Z'));
  });
});

describe('the clock of a unit', () => {
  it('stands still while it waits for the exporter, and goes on with what was left', async () => {
    cases.now = MONDAY;
    const talk = await cases.beginTalk();
    const { kase } = await talk.open();
    await cases.staff().accept(kase.number, 'sari');
    await cases.staff().ask(kase.number, 'sari', 'Nomor PEB?');
    await at('2026-07-20 16.00');
    expect((await cases.find(kase.number)).state).toBe('waiting-for-exporter');
    cases.now = new Date('2026-07-27T02:00:00Z');
    await cases.staff().supply(kase.number, 'sari', 'PEB 000123');
    const { state, promisedAt, waitingSince } = await cases.find(kase.number);
    expect({ state, promisedAt, waitingSince }).toEqual({
      state: 'with-liaison',
      promisedAt: new Date('2026-08-03T09:00:00Z'),
      waitingSince: null,
    });
  });

  it('leaves a day at least, however late she answers', async () => {
    cases.now = MONDAY;
    const { kase } = await (await cases.beginTalk()).open();
    cases.now = new Date('2026-07-20T08:50:00Z');
    await cases.staff().ask(kase.number, 'sari', 'Nomor PEB?');
    cases.now = new Date('2026-07-27T02:00:00Z');
    await cases.staff().supply(kase.number, 'sari', 'PEB 000123');
    expect((await cases.find(kase.number)).promisedAt).toEqual(new Date('2026-07-28T09:00:00Z'));
  });
});

describe('a case without a word', () => {
  it('closes two weeks after the answer, and says so', async () => {
    cases.now = MONDAY;
    const talk = await cases.beginTalk();
    const { kase } = await talk.open();
    await cases.staff().reply(kase.number, 'sari', 'Beres.');
    await at('2026-07-26 09.00');
    expect((await cases.find(kase.number)).state).toBe('answered');
    await at('2026-07-27 09.00');
    expect(await cases.find(kase.number)).toMatchObject({ state: 'closed', outcome: 'no-reaction', nextCheckAt: null });
    expect((await talk.told()).at(-1)).toContain('kami tutup karena tidak ada kabar');
  });

  it('closes a month after she was asked for something', async () => {
    cases.now = MONDAY;
    const { kase } = await (await cases.beginTalk()).open();
    await cases.staff().ask(kase.number, 'sari', 'Nomor PEB?');
    await at('2026-08-12 09.00');
    expect((await cases.find(kase.number)).state).toBe('closed');
  });
});

describe('a step of the ladder', () => {
  it('is taken once, however many processes look at the same time', async () => {
    cases.now = MONDAY;
    const talk = await cases.beginTalk();
    const { kase } = await talk.open();
    cases.now = new Date('2026-07-16T09:00:00Z');
    await Promise.all(Array.from({ length: 8 }, () => cases.work.checkDeadlines()));
    expect((await kinds(kase.number)).filter((kind) => kind === 'case.reminded')).toHaveLength(1);
    expect((await cases.find(kase.number)).unit).toBe(UNIT);
  });
});
