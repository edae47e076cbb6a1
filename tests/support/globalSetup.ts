import chromium from '@sparticuz/chromium';
import { ensurePages } from '../../src/pageBuild/index.ts';
import { startTestServer } from './testServer.ts';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/** Jest calls this once, before the first test file: what two files at once would make twice is made here. */
export default async function globalSetup(): Promise<void> {
  await ensurePages((line) => process.stderr.write(`${line}\n`));
  await chromium.executablePath();
  globalThis.stopTestServer = await startTestServer();
}
