import { expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.ts';
import { payloadOf, postWebhook, textFrom } from '../support/whatsAppPhone.ts';
import { testWhatsApps, wordsOf } from './support/testWhatsApp.ts';

const whatsApps = testWhatsApps();
const PEOPLE = 500;
const SAID = ['satu', 'dua'];

it('answers five hundred people at once, each in order and each word once', async () => {
  const whatsApp = await whatsApps.start();
  const people = Array.from({ length: PEOPLE }, (_, at) => ({ number: `62825${String(at).padStart(8, '0')}` }));
  const posts = people.map((phone) =>
    payloadOf({ messages: SAID.map((text) => textFrom(phone, text, whatsApp.now())) }),
  );
  const answered = await Promise.all(posts.map((payload) => postWebhook(whatsApp.url, payload)));
  expect(answered.filter(({ status }) => status !== 200)).toEqual([]);
  const all = PEOPLE * SAID.length;
  let before = 0;
  while (whatsApp.graph.taken.length < all) {
    // The clock runs ahead, so that the test need not wait for what the number may send in a second.
    await eventually(
      () => {
        whatsApp.pass(200);
        return whatsApp.graph.taken.length;
      },
      (count) => count > before,
    );
    before = whatsApp.graph.taken.length;
  }
  for (const phone of people) {
    expect(whatsApp.got(phone).map(wordsOf)).toEqual(SAID.map((text) => `you said ${text}`));
  }
}, 300_000);
