import { expect } from '@jest/globals';
import type { AppDependencies } from '../../src/appDependencies.ts';
import { confirmAddresses } from '../support/caseApp.ts';
import { startGraphStandIn } from '../support/graphStandIn.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';
import { NUMBER } from '../support/whatsAppPhone.ts';
import { messageFaults } from '../whatsapp/support/messageFaults.ts';
import type { Talker } from './talker.ts';
import { webTalker } from './webTalker.ts';
import { whatsAppTalker } from './whatsAppTalker.ts';

/** The lines on which every journey is gone. */
export const LINES = ['web', 'whatsapp'] as const;
export type Line = (typeof LINES)[number];

/** The real app with both lines, and a look into its database. */
export interface Lines {
  readonly app: TestApp;
  readonly storage: TestStorage;
  begin(line: Line, language?: 'id' | 'en'): Promise<Talker>;
  /** Stops it; every message that went to Meta must have been one that Meta takes. */
  stop(): Promise<void>;
}

/** Starts it, as staff keeps it: these units have an address for cases. */
export async function startLines({
  addresses = {},
  deps = {},
}: {
  readonly addresses?: Readonly<Record<string, string>>;
  readonly deps?: Partial<AppDependencies>;
} = {}): Promise<Lines> {
  const graph = await startGraphStandIn(NUMBER.accessToken);
  const app = await startTestApp({ config: { whatsApp: { ...NUMBER, graphUrl: graph.url } }, deps });
  const storage = await openTestStorage(app.config.databaseUrl);
  if (Object.keys(addresses).length > 0) await confirmAddresses(storage, addresses);
  const now = deps.now ?? (() => new Date());
  let phones = 0;
  const aPhone = () => ({ number: `62827${String(++phones).padStart(8, '0')}`, userId: `ID.27${phones}` });
  return {
    app,
    storage,
    begin: (line, language = 'id') =>
      line === 'web' ? webTalker(app.url, language) : whatsAppTalker({ app, graph }, storage, aPhone(), language, now),
    async stop() {
      const wrong = graph.requests.filter(({ status }) => status === undefined).flatMap(messageFaults);
      await storage.remove();
      await app.remove();
      await graph.stop();
      expect(wrong).toEqual([]);
    },
  };
}
