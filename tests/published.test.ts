import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { contentHash } from '../src/knowledge/index.ts';
import { openKnowledgeStore, type Storage } from '../src/storage/index.ts';
import { anExporter } from './support/exporter.ts';
import { startTestApp, type TestApp } from './support/testApp.ts';
import { openTestStorage } from './support/testStorage.ts';

let first: TestApp;
let second: TestApp;
let storage: Storage;

beforeAll(async () => {
  first = await startTestApp();
  second = await startTestApp({ config: { databaseUrl: first.config.databaseUrl } });
  storage = await openTestStorage(String(first.config.databaseUrl));
});
afterAll(async () => {
  await storage.close();
  await second.remove();
  await first.remove();
});

describe('a publish', () => {
  it('is answered with by every running instance', async () => {
    const store = openKnowledgeStore(storage.db);
    const { rows } = await store.readLive();
    const entry = rows.find(({ table, key }) => table === 'entries' && key === 'ska-cara-urus');
    const value = structuredClone(entry?.value) as { answer: { id: { short: string } } };
    value.answer.id.short = 'Kata-kata baru dari petugas.';
    const edit = { table: 'entries', key: 'ska-cara-urus', value, hash: contentHash(value), baseRevision: 1 };
    const by = { author: 'siti', reason: 'uji', origin: 'staff' } as const;
    expect(await store.publish([edit], by, new Date())).toMatchObject({ kind: 'published' });
    for (const app of [first, second]) await untilSaid(app, 'Kata-kata baru dari petugas.');
  });
});

/** Asks anew until the new words are there, for five seconds at most. */
async function untilSaid(app: TestApp, words: string): Promise<void> {
  const exporter = await anExporter(app.url);
  const until = Date.now() + 5_000;
  for (;;) {
    const [reply] = await exporter.post({ type: 'message', text: 'x', value: { do: 'ask', entry: 'ska-cara-urus' } });
    if (reply?.text.includes(words)) return;
    if (Date.now() > until) throw new Error(`still says ${reply?.text}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
