import { describe, expect, it } from '@jest/globals';
import { monthsBefore } from '../../src/cases/work.ts';
import { whereItStands as findWords } from '../support/whereItStands.ts';
import { MONDAY } from './aCase.ts';
import { INTAKE, type TestTalk, testCases } from './testCases.ts';

const cases = testCases();
const SECRET_WORDS = 'pohon-beringin-ungu';

const whereItStands = (words: string) => findWords(cases.storage, words);

/** A talk with a case in which those words stand everywhere they can. */
async function aTalkFullOf(words: string): Promise<{ talk: TestTalk; number: string }> {
  cases.now = MONDAY;
  const talk = await cases.beginTalk();
  await talk.says(`Anda menulis: ${words}`);
  const { db } = cases.storage;
  await db
    .insertInto('turns')
    .values({
      conversation_key: talk.conversationKey,
      turn_id: 't.1',
      question: words,
      language: 'id',
      decision: 'unresolved',
      entry_id: null,
      entry_revision: null,
      entry_checked_on: null,
      confidence: 0.2,
      explanation: JSON.stringify({ words: [words] }),
      answered_at: cases.now,
    })
    .execute();
  await db
    .updateTable('conversations')
    .set({ state: JSON.stringify({ lastQuestion: words }) })
    .where('conversation_key', '=', talk.conversationKey)
    .execute();
  const personal = { ...INTAKE.personal, problem: words, company: words, email: `${words}@usaha.example` };
  const { kase } = await talk.open({ personal });
  await cases.work.send();
  await cases.staff().note(kase.number, 'sari', words);
  await cases.staff().ask(kase.number, 'sari', `Apa itu ${words}?`);
  return { talk, number: kase.number };
}

describe('"hapus data saya"', () => {
  it('leaves nothing personal in any table, and the figures', async () => {
    const { talk, number } = await aTalkFullOf(SECRET_WORDS);
    expect(await whereItStands(SECRET_WORDS)).toEqual(
      expect.arrayContaining(['activities', 'case_events', 'cases', 'conversations', 'outbox', 'turns']),
    );
    await talk.inTurn((mine) => mine.eraseMe());
    expect(await whereItStands(SECRET_WORDS)).toEqual([]);
    expect(await cases.find(number)).toMatchObject({
      state: 'closed',
      outcome: 'withdrawn',
      topic: 'ska',
      destination: 'JP',
      personal: null,
      exporterKey: null,
      conversationKey: null,
    });
    const { decision, question } = await cases.storage.db
      .selectFrom('turns')
      .selectAll()
      .where('conversation_key', '=', talk.conversationKey)
      .executeTakeFirstOrThrow();
    expect({ decision, question }).toEqual({ decision: 'unresolved', question: '' });
  });

  it('sends nothing more about it, takes the files of its mails away, and shuts the link', async () => {
    const { talk, number } = await aTalkFullOf(SECRET_WORDS);
    const link = cases.mails.findLast(({ thread }) => thread === number && !!thread)?.text ?? '';
    const token = /\/cases\/reply\/([\w-]+)/.exec(
      cases.mails.find(({ thread, text }) => thread === number && text.includes('/cases/reply/'))?.text ?? link,
    )?.[1];
    const before = cases.mails.length;
    await talk.inTurn((mine) => mine.eraseMe());
    await cases.work.send();
    expect(cases.mails).toHaveLength(before);
    expect(cases.forgotten.filter((key) => key.startsWith(number)).length).toBeGreaterThan(0);
    expect(await cases.liaisons().look(token ?? '')).toMatchObject({ kind: 'moved-on', own: [] });
    expect(await cases.staff().reply(number, 'sari', 'x')).toEqual({ refused: 'erased' });
  });

  it("touches no other exporter's data", async () => {
    const other = await aTalkFullOf('kebun-teh-biru');
    const { talk } = await aTalkFullOf(SECRET_WORDS);
    await talk.inTurn((mine) => mine.eraseMe());
    expect(await whereItStands('kebun-teh-biru')).toContain('cases');
    expect((await cases.find(other.number)).personal?.problem).toBe('kebun-teh-biru');
  });
});

describe('the retention job', () => {
  it('does the same by itself, twelve months after the end, and not a day earlier', async () => {
    const { number } = await aTalkFullOf('sawah-hijau-tua');
    await cases.staff().close(number, 'sari', 'solved');
    await cases.work.send();
    cases.now = new Date('2027-07-13T01:59:00Z');
    await cases.work.forget();
    expect(await whereItStands('sawah-hijau-tua')).toContain('cases');
    cases.now = new Date('2027-07-13T02:01:00Z');
    await cases.work.forget();
    await cases.work.forget();
    expect(await whereItStands('sawah-hijau-tua')).toEqual([]);
    expect((await cases.find(number)).outcome).toBe('solved');
    cases.now = MONDAY;
  });

  it('leaves a talk alone in which a case is still open', async () => {
    const { number } = await aTalkFullOf('laut-biru-muda');
    cases.now = new Date('2027-12-13T02:01:00Z');
    await cases.work.forget();
    expect((await cases.find(number)).personal).not.toBeNull();
    expect(await whereItStands('laut-biru-muda')).toContain('activities');
    cases.now = MONDAY;
  });
});

describe('monthsBefore', () => {
  const TABLE: readonly (readonly [string, number, string])[] = [
    ['2027-07-13', 12, '2026-07-13'],
    ['2028-02-29', 12, '2027-02-28'],
    ['2026-03-31', 1, '2026-02-28'],
    ['2026-01-15', 13, '2024-12-15'],
  ];
  it.each(TABLE)('%s less %i months is %s', (from, months, expected) => {
    expect(monthsBefore(new Date(`${from}T00:00:00Z`), months)).toEqual(new Date(`${expected}T00:00:00Z`));
  });
});
