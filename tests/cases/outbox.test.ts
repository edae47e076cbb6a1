import { describe, expect, it } from '@jest/globals';
import { MONDAY } from './aCase.ts';
import { INTAKE, testCases } from './testCases.ts';

const cases = testCases();
const MINUTE = 60_000;

/** Passes the time minute by minute, as the job does. */
async function pass(minutes: number): Promise<void> {
  const until = cases.now.getTime() + minutes * MINUTE;
  while (cases.now.getTime() < until) {
    cases.now = new Date(cases.now.getTime() + MINUTE);
    await cases.work.send();
  }
}

describe('a mail that cannot be sent', () => {
  it('is tried again with growing delay for an hour, and then arrives once', async () => {
    cases.now = MONDAY;
    let attempts = 0;
    cases.answerMailsWith(() => {
      attempts += 1;
      return { kind: 'failed', fault: 'ECONNREFUSED', isFinal: false };
    });
    const { kase } = await (await cases.beginTalk()).open();
    await cases.work.send();
    await pass(59);
    expect(attempts).toBe(6);
    cases.answerMailsWith(() => ({ kind: 'sent' }));
    await pass(60);
    expect(cases.mails.filter(({ thread }) => thread === kase.number)).toHaveLength(1);
    expect((await cases.find(kase.number)).attention).toBeNull();
  });

  it('is seen by staff after half a day, and tried no more', async () => {
    cases.answerMailsWith(() => ({ kind: 'failed', fault: 'ETIMEDOUT', isFinal: false }));
    const { kase } = await (await cases.beginTalk()).open();
    await cases.work.send();
    await pass(12 * 60);
    expect((await cases.find(kase.number)).attention).toBe('mail-failed');
    expect((await cases.staff().list({ needsAttention: true })).cases.map(({ number }) => number)).toContain(
      kase.number,
    );
    expect((await cases.staff().outboxState()).failed).toBe(1);
  });

  it('is seen at once when trying again would not help', async () => {
    cases.answerMailsWith(() => ({ kind: 'failed', fault: 'EENVELOPE 550', isFinal: true }));
    const { kase } = await (await cases.beginTalk()).open();
    await cases.work.send();
    expect((await cases.find(kase.number)).attention).toBe('mail-failed');
    cases.answerMailsWith(() => ({ kind: 'sent' }));
  });
});

describe('what an exporter is told', () => {
  it('comes in order, once, however many senders there are', async () => {
    cases.now = MONDAY;
    const talk = await cases.beginTalk();
    const { kase } = await talk.open();
    const staff = cases.staff();
    await staff.accept(kase.number, 'sari');
    await staff.ask(kase.number, 'sari', 'Nomor PEB?');
    await staff.supply(kase.number, 'sari', '000123');
    await staff.reply(kase.number, 'sari', 'Beres.');
    await Promise.all(Array.from({ length: 6 }, () => cases.work.send()));
    const told = await talk.told();
    expect(told.map((text) => /menerima|membutuhkan|jawaban dari/.exec(text)?.[0])).toEqual([
      'menerima',
      'membutuhkan',
      'jawaban dari',
    ]);
  });

  it('goes by e-mail too when she gave an address, without any link to the case', async () => {
    const talk = await cases.beginTalk('en');
    const { kase } = await talk.open({ personal: { ...INTAKE.personal, email: 'sari@usaha.example' } });
    await cases.staff().reply(kase.number, 'sari', 'Here it is.');
    await cases.work.send();
    const mail = cases.mails.findLast(({ to }) => to === 'sari@usaha.example');
    expect(mail?.subject).toBe(`News on case ${kase.number} from the FTA Center of Central Java`);
    expect(mail?.text).toContain('> Here it is.');
    expect(mail?.text).not.toContain('/cases/reply/');
  });
});

describe('a talk that staff holds', () => {
  it('is given back by itself when staff forgets it, and the bot says so', async () => {
    cases.now = MONDAY;
    const talk = await cases.beginTalk();
    const staff = cases.staff();
    expect(await staff.takeOver(talk.conversationKey, 'sari')).toBe(true);
    expect(await staff.say(talk.conversationKey, 'sari', 'Halo Bu, saya Sari.')).toBe(true);
    await cases.work.send();
    expect((await talk.told()).at(-1)).toContain('Halo Bu, saya Sari.');
    cases.now = new Date(MONDAY.getTime() + 24 * 60 * MINUTE);
    await Promise.all([cases.work.checkDeadlines(), cases.work.checkDeadlines()]);
    await cases.work.send();
    expect((await talk.told()).filter((text) => text.includes('kembali menjawab'))).toHaveLength(1);
    expect(await staff.say(talk.conversationKey, 'sari', 'Masih di sini?')).toBe(false);
    expect(await staff.giveBack(talk.conversationKey, 'sari')).toBe(false);
    expect(await staff.takeOver('no-such-talk', 'sari')).toBe(false);
  });
});

describe('the list of staff', () => {
  it('filters and pages, urgent cases first', async () => {
    cases.now = new Date('2050-01-10T02:00:00Z');
    const numbers: string[] = [];
    for (let at = 0; at < 5; at++) {
      cases.now = new Date(cases.now.getTime() + MINUTE);
      const { kase } = await (await cases.beginTalk()).open({
        isUrgent: at === 1,
        personal: { problem: `kendala kopi 100% nomor ${at}` },
      });
      numbers.push(kase.number);
    }
    const staff = cases.staff();
    const found = await staff.list({ text: '100% nomor' }, { limit: 2, offset: 0 });
    expect(found.total).toBe(5);
    expect(found.cases.map(({ number }) => number)).toEqual([numbers[1], numbers[4]]);
    expect((await staff.list({ text: '100_ nomor' })).total).toBe(0);
    expect((await staff.list({ text: numbers[3] ?? '' })).cases[0]?.number).toBe(numbers[3]);
    expect((await staff.list({ unit: null, text: 'kopi' })).total).toBe(0);
    expect((await staff.list({ states: ['closed'], text: 'kopi' })).total).toBe(0);
    cases.now = MONDAY;
  });
});
