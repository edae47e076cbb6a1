import { afterAll, describe, expect, it } from '@jest/globals';
import { numberIn } from '../support/caseApp.ts';
import { anExporter } from '../support/exporter.ts';
import { awaitMail } from '../support/mailbox.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';

const apps: TestApp[] = [];

afterAll(async () => {
  for (const app of apps.toReversed()) await app.remove().catch(() => undefined);
});

describe('an intake', () => {
  it('goes on after a restart where it was, and so does the mail that was not sent yet', async () => {
    const secret = 'a secret for tests that is long enough';
    const first = await startTestApp({ config: { secret } });
    apps.push(first);
    const exporter = await anExporter(first.url);
    await exporter.say('mau bicara dengan petugas');
    await exporter.say('SKA saya ditolak di Jepang');
    await first.stop();
    const { port } = new URL(first.url);
    const { databaseUrl, dataDir } = first.config;
    const second = await startTestApp({ config: { secret, port: Number(port), databaseUrl, dataDir } });
    apps.push(second);
    for (const text of ['mebel, Jepang', 'CV Sari Rasa, Kudus']) await exporter.say(text);
    const [summary] = await exporter.say('lewati');
    expect(summary?.text).toContain('SKA saya ditolak di Jepang');
    const number = numberIn((await exporter.say('setuju'))[0]?.text);
    expect((await awaitMail(dataDir, number)).text).toContain('SKA saya ditolak di Jepang');
  });
});
