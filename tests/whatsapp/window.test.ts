import { beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { messageFrom, textFrom } from '../support/whatsAppPhone.ts';
import { type TestWhatsApp, testWhatsApps, wordsOf } from './support/testWhatsApp.ts';

const whatsApps = testWhatsApps();
let whatsApp: TestWhatsApp;
let phones = 0;
beforeAll(async () => {
  whatsApp = await whatsApps.start();
});

const HOUR = 3_600_000;
const aPhone = () => ({ number: `62823${String(++phones).padStart(8, '0')}` });
const words = (phone: { number: string }) => whatsApp.got(phone).map(wordsOf);
const settled = (phone: { number: string }, state: string) =>
  eventually(
    () => whatsApp.deliveries(phone),
    (all) => all.at(-1)?.state === state,
  );

const invited = ({ number }: { number: string }, times: number) =>
  eventually(
    () =>
      whatsApp.storage.db
        .selectFrom('whatsapp_lanes as l')
        .innerJoin('whatsapp_people as p', 'p.conversation_key', 'l.conversation_key')
        .select('l.invitations')
        .where('p.phone', '=', number)
        .executeTakeFirst(),
    (lane) => lane?.invitations === times,
  );

/** Somebody who wrote more than a day ago. */
async function aQuietPhone() {
  const phone = aPhone();
  await whatsApp.say(phone, 'halo');
  await whatsApp.gets(phone, 1);
  await settled(phone, 'done');
  whatsApp.pass(25 * HOUR);
  return phone;
}

describe('the 24 hours', () => {
  it('open: what is said unasked goes out as it is', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'halo');
    await whatsApp.gets(phone, 1);
    whatsApp.pass(23 * HOUR);
    await whatsApp.tellLater(phone, 'kabar dari petugas');
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)[1]).toBe('kabar dari petugas');
  });

  it('over: an invitation goes out once, and what was said follows when she answers it', async () => {
    const phone = await aQuietPhone();
    await whatsApp.tellLater(phone, 'Kasus FTA-2026-00042 sudah dijawab: bisa.');
    await whatsApp.tellLater(phone, 'dan satu lagi');
    await whatsApp.gets(phone, 2);
    await eventually(
      () => whatsApp.deliveries(phone),
      (all) => all.filter(({ state }) => state === 'parked').length === 2,
    );
    expect(words(phone).slice(1)).toEqual(['template id FTA-2026-00042']);
    expect(whatsApp.got(phone)[1]?.body).toMatchObject({
      type: 'template',
      template: { name: 'jawaban_siap', language: { code: 'id' } },
    });
    const button = messageFrom(phone, { type: 'button', button: { payload: 'Buka', text: 'Buka' } }, whatsApp.now());
    await whatsApp.tell({ messages: [button] });
    expect((await whatsApp.gets(phone, 4)).map(wordsOf).slice(2)).toEqual([
      'Kasus FTA-2026-00042 sudah dijawab: bisa.',
      'dan satu lagi',
    ]);
  });

  it('over: whatever she answers, what waited comes first, and her words are answered too', async () => {
    const phone = await aQuietPhone();
    await whatsApp.tellLater(phone, 'sudah dijawab');
    await whatsApp.gets(phone, 2);
    await settled(phone, 'parked');
    await whatsApp.say(phone, 'form apa ke jepang');
    expect((await whatsApp.gets(phone, 4)).map(wordsOf).slice(2)).toEqual([
      'sudah dijawab',
      'you said form apa ke jepang',
    ]);
  });

  it('are told in her language', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'english');
    await whatsApp.gets(phone, 1);
    whatsApp.pass(25 * HOUR);
    await whatsApp.tellLater(phone, 'answered');
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)[1]).toBe('template en question');
  });

  it('over for Meta although not for us, at once or by a status: the same', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'halo');
    const [hello] = await whatsApp.gets(phone, 1);
    await settled(phone, 'done');
    whatsApp.graph.script.push({ kind: 'refuse', status: 400, code: 131047 });
    await whatsApp.tellLater(phone, 'satu');
    expect((await whatsApp.gets(phone, 2)).map(wordsOf)[1]).toBe('template id question');
    await whatsApp.say(phone, 'buka');
    const released = await whatsApp.gets(phone, 3);
    expect(released.map(wordsOf)[2]).toBe('satu');
    await settled(phone, 'done');
    const failed = { id: released[2]?.wamid, status: 'failed', errors: [{ code: 131047 }] };
    whatsApp.pass(1_000);
    await whatsApp.tell({ statuses: [failed] });
    expect((await whatsApp.gets(phone, 4)).map(wordsOf)[3]).toBe('template id question');
    expect(hello).toBeDefined();
  });

  it('over: reminded once, then given back to staff to call, and still delivered when she writes after all', async () => {
    const phone = await aQuietPhone();
    await whatsApp.tellLater(phone, 'penting');
    await invited(phone, 1);
    whatsApp.pass(25 * HOUR);
    await whatsApp.sweep();
    await whatsApp.gets(phone, 3);
    expect(words(phone).slice(1)).toEqual(['template id question', 'template id question']);
    await invited(phone, 2);
    whatsApp.pass(25 * HOUR);
    await whatsApp.sweep();
    await settled(phone, 'failed');
    await whatsApp.sweep();
    expect(whatsApp.undelivered.at(-1)).toMatchObject({ reason: 'no-answer' });
    await whatsApp.say(phone, 'BUKA');
    expect((await whatsApp.gets(phone, 4)).map(wordsOf)[3]).toBe('penting');
  });

  it('over, and even the invitation cannot reach her: staff are told', async () => {
    const phone = await aQuietPhone();
    whatsApp.graph.script.push({ kind: 'refuse', status: 400, code: 132001 });
    await whatsApp.tellLater(phone, 'tanpa templat');
    await settled(phone, 'failed');
    await whatsApp.sweep();
    expect(whatsApp.undelivered.map(({ reason }) => reason)).toContain('132001');
  });

  it('count from when she wrote, not from when Meta told us', async () => {
    const phone = aPhone();
    await whatsApp.tell({ messages: [textFrom(phone, 'kemarin', new Date(whatsApp.now().getTime() - 30 * HOUR))] });
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['template id question']);
  });

  it('after STOP nothing goes out unasked, and her next word lets it out', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'stop');
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['you said stop']);
    await whatsApp.tellLater(phone, 'tidak diminta');
    await settled(phone, 'parked');
    expect(whatsApp.got(phone)).toHaveLength(1);
    await whatsApp.sweep();
    expect(whatsApp.undelivered.map(({ reason }) => reason)).toContain('stopped');
    await whatsApp.say(phone, 'mulai');
    expect((await whatsApp.gets(phone, 3)).map(wordsOf).slice(1)).toEqual(['tidak diminta', 'you said mulai']);
  });

  it('BUKA when nothing waits is a word like any other', async () => {
    const phone = aPhone();
    await whatsApp.say(phone, 'buka');
    expect((await whatsApp.gets(phone, 1)).map(wordsOf)).toEqual(['you said buka']);
  });
});
