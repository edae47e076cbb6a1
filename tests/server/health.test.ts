import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/testApp.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.remove());

describe('health', () => {
  it('says that the process answers', async () => {
    const reply = await fetch(`${app.url}/healthz`);
    expect([reply.status, await reply.json()]).toEqual([200, { status: 'ok' }]);
  });

  it('says that all it needs answers', async () => {
    const reply = await fetch(`${app.url}/readyz`);
    expect([reply.status, await reply.json()]).toEqual([200, { status: 'ready' }]);
  });
});
