import chromium from '@sparticuz/chromium';
import { ensurePages } from '../../src/pageBuild/index.ts';
import { learnOnce } from './sharedModels.ts';
import { startTestServer } from './testServer.ts';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/** Jest calls this once, before the first test file: what two files at once would make twice is made here. */
export default async function globalSetup(): Promise<void> {
  const progress = (line: string) => process.stderr.write(`${line}\n`);
  await ensurePages(progress);
  await learnOnce(progress);
  await chromium.executablePath();
  globalThis.stopTestServer = await startTestServer();
}
