import { ensurePages } from '../../src/pageBuild/index.ts';
import { startTestServer } from './testServer.ts';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/** Jest calls this once, before the first test file. */
export default async function globalSetup(): Promise<void> {
  await ensurePages((line) => process.stderr.write(`${line}\n`));
  globalThis.stopTestServer = await startTestServer();
}
