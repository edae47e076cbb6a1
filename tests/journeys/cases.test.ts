import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../directLine/support/rawClient.ts';
import { anExporter, type Exporter } from '../support/exporter.ts';
import { sendForm } from '../support/liaison.ts';
import { awaitMail, linkIn } from '../support/mailbox.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});

afterAll(() => app.remove());

/** The text of the last thing said, once it says that. */
async function hears(exporter: Exporter, wanted: string): Promise<string> {
  const said = await eventually(
    async () => (await exporter.talk.read()).body.activities.map(({ text = '' }) => text),
    (texts) => texts.some((text) => text.includes(wanted)),
  );
  return said.findLast((text) => text.includes(wanted)) ?? '';
}

function numberIn(text: string): string {
  return /FTA-\d{4}-\d{5}/.exec(text)?.[0] ?? 'none';
}

describe('a question that found no answer twice', () => {
  it('becomes a case with number and promise, is answered by the official, and closed by her', async () => {
    const exporter = await anExporter(app.url);
    await exporter.say('sertifikat frumious untuk blorgonit gimana min');
    const [offer] = await exporter.say('gimana ngurus frumious blorgonit');
    expect(offer?.choices).toContain('Teruskan ke petugas');
    const [first] = await exporter.tap('Teruskan ke petugas');
    expect(first?.text).toContain('Barangnya apa');
    await exporter.say('blorgonit, ke Jepang');
    await exporter.say('CV Sari Rasa, Kudus');
    const [summary] = await exporter.tap('Lewati');
    expect(summary?.text).toContain('frumious untuk blorgonit');
    expect(summary?.text).toContain('CV Sari Rasa, Kudus');
    const [done] = await exporter.tap('Setuju dan kirim');
    expect(done?.text).toMatch(/FTA-\d{4}-00001/);
    expect(done?.text).toMatch(/paling lambat \*\*\w+, \d+ \w+ \d{4}, 16\.00 WIB\*\*/);
    const number = numberIn(done?.text ?? '');

    const mail = await awaitMail(app.config.dataDir, number);
    expect(mail.text).toContain('frumious');
    const sent = await sendForm(linkIn(mail), { do: 'answer', words: 'Tidak perlu sertifikat <b>itu</b>.' });
    expect(sent.body).toContain('Terkirim');
    expect(sent.body).toContain('Tidak perlu sertifikat &#60;b&#62;itu');

    const reply = await hears(exporter, 'Tidak perlu sertifikat');
    expect(reply).toContain(number);
    const [thanks] = await exporter.post({
      type: 'message',
      text: 'Sudah terjawab',
      value: { do: 'case', act: 'solved', number },
    });
    expect(thanks?.text).toContain(`${number} selesai`);
    expect((await exporter.say('kasus saya'))[0]?.text).toContain('selesai');
  });
});
