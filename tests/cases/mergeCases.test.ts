import { describe, expect, it } from '@jest/globals';
import { INTAKE, type TestTalk, testCases } from './testCases.ts';

const cases = testCases();

async function twoOf(talk: TestTalk, intake: Parameters<TestTalk['open']>[0] = {}) {
  const { kase: one } = await talk.open({ personal: { problem: 'SKA salah nama kapal' }, ...intake });
  const { kase: other } = await talk.open({ about: { ...INTAKE.about, destination: 'KR' } });
  return { one: one.number, other: other.number };
}

describe('two cases of one exporter', () => {
  it('become one: she is told once, the unit gets the words, both numbers are found', async () => {
    const talk = await cases.beginTalk();
    const { one, other } = await twoOf(talk, { isUrgent: true });
    await cases.work.send();
    cases.mails.length = 0;
    const before = (await talk.told()).length;
    expect(await cases.staff().absorb(other, 'sari', one)).toMatchObject({ kase: { number: other, isUrgent: true } });
    await cases.work.send();
    const told = (await talk.told()).slice(before);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(one);
    expect(cases.mails.filter(({ text }) => text.includes('SKA salah nama kapal'))).toHaveLength(1);
    expect(await cases.find(one)).toMatchObject({ state: 'closed', outcome: 'duplicate', mergedInto: other });
    expect((await cases.store.events(one)).map(({ kind }) => kind)).toEqual(['case.opened', 'case.merged']);
    expect((await cases.store.events(other)).at(-1)).toMatchObject({ kind: 'case.absorbed', detail: { other: one } });
    expect((await cases.staff().list({ text: one })).cases[0]?.mergedInto).toBe(other);
  });

  it('no longer move under the number that ended', async () => {
    const { one, other } = await twoOf(await cases.beginTalk());
    await cases.staff().absorb(other, 'sari', one);
    expect(await cases.staff().reopen(one, 'sari', 'lagi')).toEqual({ refused: 'merged' });
    expect(await cases.staff().absorb(one, 'sari', other)).toEqual({ refused: 'merged' });
    expect(await cases.staff().note(one, 'sari', 'catatan')).toHaveProperty('kase');
  });

  it('keep words to themselves that no unit may read', async () => {
    const talk = await cases.beginTalk();
    const { one, other } = await twoOf(talk, { consent: null });
    cases.mails.length = 0;
    await cases.staff().absorb(other, 'sari', one);
    await cases.work.send();
    expect((await cases.store.events(other)).at(-1)?.words).toBeNull();
    expect(cases.mails.filter(({ text }) => text.includes('nama kapal') && text.includes(other))).toEqual([]);
  });

  it('merge once, however many ask at the same moment', async () => {
    const { one, other } = await twoOf(await cases.beginTalk());
    const asked = await Promise.all([
      cases.staff().absorb(other, 'sari', one),
      cases.staff().absorb(other, 'budi', one),
      cases.staff().absorb(one, 'tini', other),
    ]);
    expect(asked.filter((moved) => 'kase' in moved)).toHaveLength(1);
    expect([await cases.find(one), await cases.find(other)].filter(({ state }) => state === 'closed')).toHaveLength(1);
  });

  it('do not merge when they are not hers, not there, or one and the same', async () => {
    const { one } = await twoOf(await cases.beginTalk());
    const { kase } = await (await cases.beginTalk()).open();
    expect(await cases.staff().absorb(kase.number, 'sari', one)).toEqual({ refused: 'other-exporter' });
    expect(await cases.staff().absorb(one, 'sari', 'FTA-2026-99999')).toEqual({ refused: 'unknown' });
    expect(await cases.staff().absorb(one, 'sari', one)).toEqual({ refused: 'wrong-state' });
    expect(await cases.find(one)).toMatchObject({ state: 'with-liaison' });
  });

  it('are not merged by who looked before the last word', async () => {
    const { one, other } = await twoOf(await cases.beginTalk());
    const { shownVersion } = await cases.find(other);
    await cases.staff().ask(other, 'sari', 'Nomor SKA?');
    expect(await cases.staff().absorb(other, 'budi', one, shownVersion)).toEqual({ refused: 'stale' });
    expect(await cases.find(one)).toMatchObject({ state: 'with-liaison', mergedInto: null });
  });
});

describe('who looks after a case', () => {
  it('is who does something first, until somebody else takes it', async () => {
    const { kase } = await (await cases.beginTalk()).open();
    await cases.staff().note(kase.number, 'tini', 'lewat saja');
    expect((await cases.find(kase.number)).handledBy).toBeNull();
    await cases.staff().ask(kase.number, 'sari', 'Nomor SKA?');
    await cases.staff().supply(kase.number, 'budi', '123');
    expect((await cases.find(kase.number)).handledBy).toBe('sari');
    expect(await cases.staff().take(kase.number, 'budi')).toMatchObject({ kase: { handledBy: 'budi' } });
    expect(await cases.staff().take(kase.number, 'budi')).toEqual({ refused: 'wrong-state' });
    expect((await cases.staff().list({ handledBy: 'budi', text: kase.number })).total).toBe(1);
  });
});

describe('what came of a case', () => {
  it('is kept when it is closed, and gone when it is opened again', async () => {
    const { kase } = await (await cases.beginTalk()).open();
    const exportValue = { amount: 12_500.5, currency: 'USD' };
    const close = () =>
      cases
        .staff()
        .close(kase.number, 'sari', 'out-of-scope', 'Selesai.', undefined, { exportValue, isResolved: true });
    expect(await close()).toMatchObject({ kase: { exportValue, isResolved: true } });
    await cases.staff().reopen(kase.number, 'sari', 'lagi');
    expect(await cases.find(kase.number)).toMatchObject({ exportValue: null, isResolved: null });
    expect(await cases.staff().close(kase.number, 'sari', 'not-solved')).toMatchObject({ kase: { isResolved: false } });
  });
});

describe('what the exporter was told', () => {
  it('waits, then is kept in the talk, event by event', async () => {
    const { kase } = await (await cases.beginTalk()).open();
    await cases.staff().ask(kase.number, 'sari', 'Nomor SKA?');
    expect(await cases.store.toldOf(kase.number)).toMatchObject([{ version: 2, state: 'waiting' }]);
    await cases.work.send();
    expect(await cases.store.toldOf(kase.number)).toMatchObject([{ version: 2, state: 'kept', since: cases.now }]);
  });
});
