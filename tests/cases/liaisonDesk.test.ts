import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { DEPUTY, UNIT } from '../support/testCaseDesk.ts';
import { MONDAY } from './aCase.ts';
import { testCases } from './testCases.ts';

const cases = testCases();

/** A new case with a unit, and the key that was mailed to it. */
async function aMailedCase() {
  cases.now = MONDAY;
  const talk = await cases.beginTalk();
  const { kase } = await talk.open();
  return { talk, number: kase.number, token: await mailedToken(kase.number) };
}

async function mailedToken(number: string): Promise<string> {
  await cases.work.send();
  const mail = cases.mails.findLast(({ thread, text }) => thread === number && text.includes('/cases/reply/'));
  return /\/cases\/reply\/([\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
}

async function seen(number: string): Promise<number> {
  return (await cases.find(number)).shownVersion;
}

describe('a link', () => {
  it('opens its case, and every look is in the audit', async () => {
    const { number, token } = await aMailedCase();
    expect(await cases.liaisons().look(token)).toMatchObject({ kind: 'open', kase: { number }, unit: UNIT });
    await cases.liaisons().look(token);
    const looks = (await cases.store.auditOf(number)).filter(({ act }) => act === 'case.looked-at');
    expect(looks.map(({ actor }) => actor)).toEqual([
      { kind: 'liaison', name: UNIT },
      { kind: 'liaison', name: UNIT },
    ]);
  });

  it('is kept as a hash only, and cannot be made without the secret', async () => {
    const { token } = await aMailedCase();
    const kept = await cases.storage.db.selectFrom('case_tokens').selectAll().execute();
    const all = JSON.stringify(kept.map((row) => ({ ...row, nonce: row.nonce.toString('base64url') })));
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(all).not.toContain(token);
  });

  it('that is guessed, cut, changed or empty opens nothing', async () => {
    const { token } = await aMailedCase();
    const wrong = [
      '',
      token.slice(0, -1),
      `${token}A`,
      token.toLowerCase(),
      randomBytes(32).toString('base64url'),
      "' or 1=1",
    ];
    for (const guess of wrong) {
      expect(await cases.liaisons().look(guess)).toEqual({ kind: 'unknown' });
      expect(await cases.liaisons().act(guess, { do: 'accept' }, 1)).toEqual({ refused: 'unknown' });
    }
  });

  it('of one case acts on no other', async () => {
    const [one, other] = [await aMailedCase(), await aMailedCase()];
    await cases.liaisons().act(one.token, { do: 'answer', words: 'Begini.' }, await seen(one.number));
    expect((await cases.find(one.number)).state).toBe('answered');
    expect((await cases.find(other.number)).state).toBe('with-liaison');
  });

  it('expires', async () => {
    const { number, token } = await aMailedCase();
    cases.now = new Date('2026-09-18T10:00:00Z');
    expect(await cases.liaisons().look(token)).toMatchObject({ kind: 'moved-on' });
    expect(await cases.liaisons().act(token, { do: 'accept' }, await seen(number))).toEqual({ refused: 'not-yours' });
  });

  it('is worthless once the case is with another unit, which has a link of its own', async () => {
    const { talk, number, token } = await aMailedCase();
    const act = { do: 'not-ours', unit: DEPUTY, typed: '', reason: 'Ini urusan dinas.' } as const;
    expect(await cases.liaisons().act(token, act, await seen(number))).toEqual({});
    expect(await cases.liaisons().look(token)).toMatchObject({
      kind: 'moved-on',
      own: [{ words: 'Ini urusan dinas.' }],
    });
    expect(await cases.liaisons().act(token, { do: 'accept' }, await seen(number))).toEqual({ refused: 'not-yours' });
    const next = await mailedToken(number);
    expect(next).not.toBe(token);
    expect(await cases.liaisons().look(next)).toMatchObject({ kind: 'open', unit: DEPUTY });
    expect((await talk.told()).at(-1)).toMatch(/Disperindag Jateng.*Ini urusan dinas/s);
  });

  it('that is reused answers once: the second answer is refused', async () => {
    const { talk, number, token } = await aMailedCase();
    const version = await seen(number);
    const both = await Promise.all(
      ['Satu.', 'Dua.'].map((words) => cases.liaisons().act(token, { do: 'answer', words }, version)),
    );
    expect(both.filter(({ refused }) => refused === undefined)).toHaveLength(1);
    expect(both.filter(({ refused }) => refused === 'stale')).toHaveLength(1);
    await cases.work.send();
    expect((await talk.told()).filter((text) => text.includes('jawaban dari'))).toHaveLength(1);
  });
});

describe('what an official does', () => {
  it('accepts: the exporter hears by when, and accepting twice is refused', async () => {
    const { talk, number, token } = await aMailedCase();
    expect(await cases.liaisons().act(token, { do: 'accept' }, await seen(number))).toEqual({});
    await cases.work.send();
    expect((await talk.told()).at(-1)).toContain('Senin, 20 Juli 2026, 16.00 WIB');
    expect(await cases.liaisons().act(token, { do: 'accept' }, await seen(number))).toEqual({ refused: 'wrong-state' });
  });

  it('asks for something, and gets it', async () => {
    const { talk, number, token } = await aMailedCase();
    await cases.liaisons().act(token, { do: 'ask', words: 'Nomor PEB berapa?' }, await seen(number));
    await cases.work.send();
    expect((await talk.told()).at(-1)).toMatch(/membutuhkan keterangan.*> Nomor PEB berapa\?/s);
    expect(await cases.find(number)).toMatchObject({ state: 'waiting-for-exporter', dueAt: null });
  });

  it('postpones to a working day, with the reason', async () => {
    const { talk, number, token } = await aMailedCase();
    const act = { do: 'postpone', day: '2026-08-01', reason: 'Menunggu jawaban Jepang.' } as const;
    await cases.liaisons().act(token, act, await seen(number));
    await cases.work.send();
    expect((await talk.told()).at(-1)).toMatch(/Senin, 3 Agustus 2026, 16\.00 WIB.*Menunggu jawaban Jepang/s);
  });

  it.each(['2026-07-13', '2026-07-01', '2027-07-13', '2026-02-31'])('cannot postpone to %s', async (day) => {
    const { number, token } = await aMailedCase();
    const acted = await cases.liaisons().act(token, { do: 'postpone', day, reason: 'x' }, await seen(number));
    expect(acted).toEqual({ refused: 'bad-date' });
  });

  it('names a unit that is not in the list: the desk gets the case, with the name', async () => {
    const { talk, number, token } = await aMailedCase();
    const act = { do: 'not-ours', unit: null, typed: 'Dit. Impor', reason: 'Bukan kami.' } as const;
    await cases.liaisons().act(token, act, await seen(number));
    await cases.work.send();
    expect(await cases.find(number)).toMatchObject({ state: 'open', unit: null, dueFor: 'first-reply' });
    expect(cases.mails.at(-1)).toMatchObject({ to: 'desk@fta.example' });
    expect(cases.mails.at(-1)?.text).toContain('Dit. Impor');
    expect((await talk.told()).at(-1)).toContain('petugas FTA Center');
  });

  it('names a unit without an address: the desk gets the case and sees whom was meant', async () => {
    const { number, token } = await aMailedCase();
    const act = { do: 'not-ours', unit: 'bpom', typed: '', reason: 'Ini BPOM.' } as const;
    await cases.liaisons().act(token, act, await seen(number));
    expect(await cases.find(number)).toMatchObject({ state: 'open', unit: null });
    expect((await cases.store.events(number)).at(-1)?.detail).toEqual({ from: UNIT, to: 'bpom' });
  });

  it('does not overwrite what was written meanwhile, but a reminder is no such thing', async () => {
    const { number, token } = await aMailedCase();
    const version = await seen(number);
    cases.now = new Date('2026-07-16T01:30:00Z');
    await cases.work.checkDeadlines();
    await cases.staff().note(number, 'sari', 'menelepon unit');
    expect(await cases.liaisons().act(token, { do: 'accept' }, version)).toEqual({});
    expect(await cases.liaisons().act(token, { do: 'answer', words: 'x' }, version)).toEqual({ refused: 'stale' });
  });

  it('reads which company it is in one line only, and no name of a person', async () => {
    cases.now = MONDAY;
    const talk = await cases.beginTalk();
    const personal = {
      problem: 'Barang CV Sari Rasa ditahan, kata Pak Budi',
      company: 'Budi Santoso, CV Sari Rasa, Kudus',
    };
    const { kase } = await talk.open({ personal });
    const token = await mailedToken(kase.number);
    await cases.liaisons().act(token, { do: 'ask', words: 'Siapa yang bisa ditanya?' }, await seen(kase.number));
    await cases.staff().supply(kase.number, 'sari', 'Tanya Budi Santoso dari Sari Rasa');
    await cases.work.send();
    const mails = cases.mails.filter(({ thread }) => thread === kase.number);
    expect(mails.map(({ text }) => text.match(/CV Sari Rasa/g))).toEqual([['CV Sari Rasa'], ['CV Sari Rasa']]);
    expect(mails.map(({ html }) => html.match(/CV Sari Rasa/g)?.length)).toEqual([1, 1]);
    expect(mails.map(({ subject }) => subject).join()).not.toContain('Sari Rasa');
    expect(JSON.stringify(mails)).not.toMatch(/Budi|Santoso/);
    expect(mails[1]?.text).toContain('Tanya [nama] dari [nama usaha]');
  });

  it('never sees the notes of staff, nor a phone number', async () => {
    const { number, token } = await aMailedCase();
    await cases.staff().note(number, 'sari', 'rahasia dapur');
    const look = await cases.liaisons().look(token);
    expect(look.kind === 'open' && look.events.map(({ kind }) => kind)).toEqual(['case.opened']);
    const mail = cases.mails.findLast(({ thread }) => thread === number);
    expect(mail?.text).toContain('[telepon]');
    expect(`${mail?.text}${mail?.html}${mail?.subject}`).not.toContain('0812-3456-7890');
  });
});
