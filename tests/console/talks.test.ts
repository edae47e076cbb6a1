import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../directLine/support/rawClient.ts';
import { anExporter, type Exporter } from '../support/exporter.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { aMember, type ConsoleClient, theAdministrator } from './support/consoleClient.ts';

let app: TestApp;
let officer: ConsoleClient;
let exporter: Exporter;

beforeAll(async () => {
  app = await startTestApp();
  const administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  officer = await aMember(app.url, administrator, 'kasus@example.com', ['case-officer']);
  exporter = await anExporter(app.url);
  await exporter.say('bagaimana cara mengurus SKA');
});
afterAll(() => app.remove());

describe('a talk', () => {
  it('stands in the inbox and is opened with its questions, explained', async () => {
    const { talks, total } = (await officer.call('GET', '/talks?words=mengurus')).body;
    expect(total).toBe(1);
    const { body } = await officer.call('GET', `/talks/${encodeURIComponent(talks[0].key)}`);
    expect(body.lines.map(({ text }: { text: string }) => text)).toContain('bagaimana cara mengurus SKA');
    expect(body.turns).toContainEqual(expect.objectContaining({ entry: 'ska-cara-urus', decision: 'answer' }));
    expect(body.turns.at(-1).explanation.candidates[0].id).toBe('ska-cara-urus');
  });

  it('is taken over: the bot is silent, staff answers, and gives it back', async () => {
    const { key } = (await officer.call('GET', '/talks')).body.talks[0];
    const at = `/talks/${encodeURIComponent(key)}`;
    expect((await officer.call('POST', `${at}/say`, { text: 'terlalu dini' })).body).toEqual({ isDone: false });
    expect((await officer.call('POST', `${at}/take`, {})).body).toEqual({ isDone: true });
    expect((await officer.call('GET', at)).body.talk).toMatchObject({ owner: 'staff', heldBy: 'kasus' });
    const before = (await said()).length;
    await exporter.talk.post({ type: 'message', text: 'bagaimana cara mengurus SKA' });
    await officer.call('POST', `${at}/say`, { text: 'Halo, saya <b>Pak Budi</b> dari FTA Center.' });
    const after = await eventually(said, (texts) => texts.some((text) => text.includes('Pak Budi')));
    expect(after.slice(before)).toEqual(['bagaimana cara mengurus SKA', 'Halo, saya <b>Pak Budi</b> dari FTA Center.']);
    expect((await officer.call('POST', `${at}/give-back`, {})).body).toEqual({ isDone: true });
    const [answer] = await exporter.say('bagaimana cara mengurus SKA');
    expect(answer?.text).toContain('SKA');
  });

  it('that nobody has is not found, and nothing is said in it', async () => {
    expect((await officer.call('GET', '/talks/tidak-ada')).status).toBe(404);
    expect((await officer.call('POST', '/talks/tidak-ada/take', {})).body).toEqual({ isDone: false });
  });
});

async function said(): Promise<string[]> {
  return (await exporter.talk.read()).body.activities.map(({ text = '' }) => text);
}
