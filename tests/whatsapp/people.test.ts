import { beforeAll, describe, expect, it } from '@jest/globals';
import { contactOf, messageFrom, newWamid, type Phone, textFrom } from '../support/whatsAppPhone.ts';
import { type TestWhatsApp, testWhatsApps, wordsOf } from './support/testWhatsApp.ts';

const whatsApps = testWhatsApps();
let whatsApp: TestWhatsApp;
beforeAll(async () => {
  whatsApp = await whatsApps.start();
});

const known = () =>
  whatsApp.storage.db
    .selectFrom('whatsapp_people')
    .select(['user_id', 'phone', 'username', 'conversation_key'])
    .execute();
const talkOf = async (text: string) => {
  const rows = await whatsApp.storage.db.selectFrom('activities').select(['conversation_key', 'activity']).execute();
  return rows.find(({ activity }) => activity.text === text)?.conversation_key;
};
const moved = (from: Phone, system: object) =>
  whatsApp.tell({ messages: [messageFrom(from, { type: 'system', system }, whatsApp.now())] });

describe('people', () => {
  it('are known by their id, whatever number they have; what is sent goes to the number', async () => {
    const siti = { number: '6282100000001', userId: 'ID.2100000001' };
    await whatsApp.say(siti, 'satu dari siti');
    await whatsApp.gets(siti, 1);
    const moved = { ...siti, number: '6282100000002' };
    await whatsApp.say(moved, 'dua dari siti');
    await whatsApp.gets(moved, 1);
    expect(await talkOf('dua dari siti')).toBe(await talkOf('satu dari siti'));
  });

  it('are found again by number when their id is learnt', async () => {
    const number = '6282100000011';
    await whatsApp.say({ number }, 'tanpa id');
    await whatsApp.say({ number, userId: 'ID.2100000011' }, 'dengan id');
    await whatsApp.gets({ number }, 2);
    expect(await talkOf('dengan id')).toBe(await talkOf('tanpa id'));
  });

  it('without a number are written to by their id', async () => {
    const dewi = { number: '', userId: 'ID.2100000021' };
    await whatsApp.tell({
      contacts: [{ profile: { name: 'Dewi', username: 'dewi.kopi' }, user_id: dewi.userId }],
      messages: [textFrom(dewi, 'halo dari dewi', whatsApp.now())],
    });
    const [answer] = await whatsApp.gets(dewi, 1);
    expect(answer?.body).toMatchObject({ recipient: dewi.userId });
    expect(answer?.body).not.toHaveProperty('to');
    expect(await known()).toContainEqual(expect.objectContaining({ user_id: dewi.userId, username: 'dewi.kopi' }));
  });

  it('named only by the one contact beside the message are known too', async () => {
    const lone = { number: '', userId: 'ID.2100000031' };
    const { from_user_id: _, ...message } = textFrom(lone, 'hanya kontak', whatsApp.now()) as Record<string, unknown>;
    await whatsApp.tell({ contacts: [contactOf(lone)], messages: [message] });
    expect((await whatsApp.gets(lone, 1)).map(wordsOf)).toEqual(['you said hanya kontak']);
  });

  it('who show up with the number of another are strangers, and the number is theirs from now on', async () => {
    const number = '6282100000041';
    await whatsApp.say({ number, userId: 'ID.2100000041' }, 'pemilik lama');
    await whatsApp.gets({ number }, 1);
    await whatsApp.say({ number, userId: 'ID.2100000042' }, 'pemilik baru');
    await whatsApp.gets({ number }, 2);
    expect(await talkOf('pemilik baru')).not.toBe(await talkOf('pemilik lama'));
    await whatsApp.tellLater({ number: '', userId: 'ID.2100000041' }, 'rahasia lama');
    const [late] = await whatsApp.gets({ number: '', userId: 'ID.2100000041' }, 1);
    expect(late?.body).toMatchObject({ recipient: 'ID.2100000041' });
  });

  it('are followed to a new number and a new id', async () => {
    const old = { number: '6282100000051', userId: 'ID.2100000051' };
    await whatsApp.say(old, 'sebelum pindah');
    await whatsApp.gets(old, 1);
    const now = { number: '6282100000052', userId: 'ID.2100000052' };
    await moved(old, { type: 'user_changed_number', wa_id: now.number });
    await moved(old, { type: 'user_changed_user_id', previous_user_id: old.userId, user_id: now.userId });
    await whatsApp.say(now, 'sesudah pindah');
    await whatsApp.gets(now, 1);
    expect(await talkOf('sesudah pindah')).toBe(await talkOf('sebelum pindah'));
  });

  it('who are both known are never made one', async () => {
    const [a, b] = [{ number: '6282100000061' }, { number: '6282100000062' }];
    await whatsApp.say(a, 'kata a');
    await whatsApp.say(b, 'kata b');
    await moved(a, { type: 'user_changed_number', wa_id: b.number });
    await whatsApp.say(b, 'b lagi');
    await whatsApp.gets(b, 2);
    expect(await talkOf('b lagi')).toBe(await talkOf('kata b'));
    expect(await talkOf('b lagi')).not.toBe(await talkOf('kata a'));
  });

  it('who write very fast are asked once to slow down, and what an outage held back is not fast', async () => {
    const fast = { number: '6282100000071' };
    const now = whatsApp.now();
    await whatsApp.tell({ messages: Array.from({ length: 24 }, (_, at) => textFrom(fast, `cepat ${at}`, now)) });
    const got = (await whatsApp.gets(fast, 21)).map(wordsOf);
    expect(got.filter((words) => words === 'pelan-pelan')).toHaveLength(1);
    expect(got.filter((words) => words.startsWith('you said'))).toHaveLength(20);
    const held = { number: '6282100000072' };
    const spread = Array.from({ length: 24 }, (_, at) =>
      textFrom(held, `lama ${at}`, new Date(now.getTime() - at * 60_000)),
    );
    await whatsApp.tell({ messages: spread });
    expect((await whatsApp.gets(held, 24)).map(wordsOf)).not.toContain('pelan-pelan');
  });

  it('who tap a choice that was too long for a button get what it says', async () => {
    const taps = { number: '6282100000081' };
    await whatsApp.say(taps, 'buttons');
    await whatsApp.gets(taps, 1);
    const reply = { id: '2.1', title: 'Dua' };
    await whatsApp.tell({
      messages: [
        messageFrom(
          taps,
          { type: 'interactive', interactive: { type: 'list_reply', list_reply: reply } },
          whatsApp.now(),
        ),
      ],
    });
    expect((await whatsApp.gets(taps, 2)).map(wordsOf)[1]).toBe('you said {"do":"talk","about":"Dua"}');
    const forged = { id: '9999.7', title: 'Dua' };
    await whatsApp.tell({
      messages: [
        {
          ...messageFrom(taps, {}, whatsApp.now()),
          id: newWamid(),
          type: 'interactive',
          interactive: { type: 'list_reply', list_reply: forged },
        },
      ],
    });
    expect((await whatsApp.gets(taps, 3)).map(wordsOf)[2]).toBe('you said Dua');
  });
});
