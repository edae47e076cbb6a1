import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { choicesOf, startWhatsAppApp, type WhatsAppApp, wordsOf } from '../support/whatsAppApp.ts';

const SITI = { number: '6281234567801', userId: 'ID.10000000001' };

describe('a talk on WhatsApp', () => {
  let whatsApp: WhatsAppApp;
  beforeAll(async () => {
    whatsApp = await startWhatsAppApp();
  });
  afterAll(() => whatsApp.stop());

  it('answers with words, source and buttons in one message', async () => {
    const [answer, ...others] = await whatsApp.say(SITI, 'form apa untuk ekspor ke Kamboja?');
    expect(others).toEqual([]);
    expect(answer?.body).toMatchObject({ to: SITI.number, type: 'interactive' });
    expect(wordsOf(answer as never)).toMatch(/Form D.*Sumber/s);
    expect(choicesOf(answer as never).map(({ title }) => title)).toContain('Membantu');
  });
});
