import { startTestServer } from './testServer.ts';

declare global {
  var stopTestServer: (() => Promise<void>) | undefined;
}

/** Jest calls this once, before the first test file. */
export default async function globalSetup(): Promise<void> {
  globalThis.stopTestServer = await startTestServer();
}
