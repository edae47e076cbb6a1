import { contentHash } from '../../src/knowledge/index.ts';
import { openKnowledgeStore } from '../../src/storage/index.ts';
import { eventually } from '../directLine/support/rawClient.ts';
import type { Exporter } from './exporter.ts';
import { startTestApp, type TestApp, type TestAppOptions } from './testApp.ts';
import { openTestStorage, type TestStorage } from './testStorage.ts';

/** The app, and a look into its database. */
export interface CaseApp extends TestApp {
  readonly storage: TestStorage;
}

/** Starts the app as staff keeps it: these units have an address for cases. */
export async function startCaseApp(
  addresses: Readonly<Record<string, string>>,
  options: TestAppOptions = {},
): Promise<CaseApp> {
  const app = await startTestApp(options);
  const storage = await openTestStorage(app.config.databaseUrl);
  await confirmAddresses(storage, addresses);
  return {
    ...app,
    storage,
    async remove() {
      await storage.remove();
      await app.remove();
    },
  };
}

/** Writes addresses down as staff does. */
export async function confirmAddresses(
  storage: TestStorage,
  addresses: Readonly<Record<string, string>>,
): Promise<void> {
  const store = openKnowledgeStore(storage.db);
  const { rows } = await store.readLive();
  const changes = Object.entries(addresses).map(([key, caseEmail]) => {
    const row = rows.find((one) => one.table === 'liaisons' && one.key === key);
    if (!row) throw new Error(`no unit ${key}`);
    const value = { ...(row.value as object), caseEmail };
    return { table: 'liaisons', key, value, hash: contentHash(value), baseRevision: row.revision };
  });
  const by = { author: 'sari', reason: 'addresses confirmed by phone', origin: 'staff' as const };
  const published = await store.publish(changes, by, new Date());
  if (published.kind !== 'published') throw new Error('not published');
}

/** The last thing said in a talk that holds some words, once it is there. */
export async function hears(exporter: Exporter, wanted: string | RegExp): Promise<string> {
  const fits = (text: string) => (typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text));
  const said = await eventually(
    async () => (await exporter.talk.read()).body.activities.map(({ text = '' }) => text),
    (texts) => texts.some(fits),
  );
  return said.findLast(fits) ?? '';
}

/** The number of a case in a text. */
export function numberIn(text: string | undefined): string {
  const number = /FTA-\d{4}-\d{5}/.exec(text ?? '')?.[0];
  if (!number) throw new Error(`no number in "${text}"`);
  return number;
}

/** Taps a button that came with news of a case. */
export function tapOnCase(exporter: Exporter, act: string, number: string) {
  return exporter.post({ type: 'message', text: act, value: { do: 'case', act, number } });
}
