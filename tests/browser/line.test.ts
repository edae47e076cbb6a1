import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { type ChatTab, openChat } from './support/chatPage.ts';
import { openBrowser, openProfile, PHONE } from './support/openBrowser.ts';
import { prepareServer, type ServerProcess } from './support/serverProcess.ts';

let browser: Browser;
let profile: BrowserContext;
let tab: ChatTab | undefined;
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  const faults = tab?.faults;
  tab = undefined;
  await profile?.close();
  expect(faults ?? []).toEqual([]);
});
afterAll(() => browser?.close());

async function open(url: string, prepare?: (page: BrowserContext) => Promise<unknown>): Promise<ChatTab> {
  profile = await openProfile(browser, PHONE);
  await prepare?.(profile);
  tab = await openChat(profile, url);
  return tab;
}

/** Whoever starts first learns the knowledge for all, and the machine may be busy. */
const LEARNING_MS = 180_000;

const times = (said: readonly string[], words: string) => said.filter((bubble) => bubble.includes(words)).length;
const FIRST = 'form apa untuk ekspor ke Jepang?';
const SECOND = 'form apa untuk ekspor ke Korea?';
const THIRD = 'form apa untuk ekspor ke Chile?';

describe('a talk while the server is killed and started again', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await prepareServer();
    await server.start();
  }, LEARNING_MS);
  afterAll(() => server?.remove());

  it(
    'goes on by itself: nothing is lost, nothing is said twice',
    async () => {
      const chat = await open(server.url);
      await chat.ask(FIRST);
      await chat.saidUntil((said) => said.length === 3);
      await server.kill();
      await chat.ask(SECOND);
      await chat.notice.waitFor();
      expect(await chat.notice.textContent()).toContain('Pesan Anda tidak hilang');
      await chat.shoot('server-down-phone');
      await server.start();
      const said = await chat.saidUntil((all) => all.length === 5);
      expect(said[3]).toBe(`exporter: ${SECOND}`);
      expect(said[4]).toContain('Korea');
      await chat.notice.waitFor({ state: 'detached' });
      await chat.page.reload();
      expect(await chat.saidUntil((all) => all.length === 5)).toEqual(said);
    },
    LEARNING_MS,
  );

  it(
    'answers a question that was on its way when the power went',
    async () => {
      const chat = await open(server.url);
      await chat.saidUntil((said) => said.length === 1);
      const posted = chat.page.waitForRequest((request) => /\/activities$/.test(request.url()));
      await chat.ask(THIRD);
      await posted;
      await server.kill();
      await server.start();
      const said = await chat.saidUntil((all) => all.length === 3);
      expect([said[1], said[2]]).toEqual([`exporter: ${THIRD}`, expect.stringMatching(/^bot: .*IC-CEPA/)]);
    },
    LEARNING_MS,
  );
});

describe('a talk on a bad line', () => {
  let app: TestApp;
  let hoursLater = 0;
  beforeAll(async () => {
    app = await startTestApp({ deps: { now: () => new Date(Date.now() + hoursLater * 3_600_000) } });
  }, LEARNING_MS);
  afterAll(() => app?.remove());

  it('says when the device is offline, and sends what was written once it is back', async () => {
    const chat = await open(app.url);
    await chat.saidUntil((said) => said.length === 1);
    await profile.setOffline(true);
    await chat.notice.waitFor();
    expect(await chat.notice.textContent()).toContain('tidak tersambung ke internet');
    await chat.ask(FIRST);
    await chat.ask(SECOND);
    expect(await chat.saidUntil((said) => said.length === 3)).toHaveLength(3);
    await chat.shoot('offline-phone');
    await profile.setOffline(false);
    const said = await chat.saidUntil((all) => all.length === 5);
    expect([times(said, FIRST), times(said, SECOND)]).toEqual([1, 1]);
    await chat.notice.waitFor({ state: 'detached' });
  });

  it('gets a new token when the old one has died over a long break', async () => {
    const chat = await open(app.url);
    await chat.ask(FIRST);
    await chat.saidUntil((said) => said.length === 3);
    hoursLater = 30;
    await chat.ask(SECOND);
    const said = await chat.saidUntil((all) => all.length === 5);
    hoursLater = 0;
    expect([said[3], times(said, SECOND)]).toEqual([`exporter: ${SECOND}`, 1]);
  });

  it('takes to polling where sockets are cut', async () => {
    const chat = await open(app.url, (context) => context.routeWebSocket(/\/stream/, (socket) => socket.close()));
    await chat.saidUntil((said) => said.length === 1);
    await chat.ask(FIRST);
    const said = await chat.saidUntil((all) => all.length === 3);
    expect(said[2]).toContain('Jepang');
  });

  it('notices a poller that has died, and a sleep', async () => {
    const chat = await open(app.url, async (context) => {
      await context.routeWebSocket(/\/stream/, (socket) => socket.close());
      await context.clock.install();
    });
    await chat.saidUntil((said) => said.length === 1);
    await failOnce(chat.page, /\/activities\?watermark=/);
    await chat.page.clock.runFor(40_000);
    await chat.ask(FIRST);
    await chat.saidUntil((said) => said.length === 3);
    await failOnce(chat.page, /\/activities\?watermark=/);
    await chat.page.clock.fastForward(3_600_000);
    await chat.ask(SECOND);
    const said = await chat.saidUntil((all) => all.length === 5);
    expect([times(said, FIRST), times(said, SECOND)]).toEqual([1, 1]);
  });

  it('keeps what could not be sent over a reload', async () => {
    const chat = await open(app.url);
    await chat.saidUntil((said) => said.length === 1);
    await chat.page.route(/\/activities$/, (route) => route.abort());
    const failed = chat.page.waitForEvent('requestfailed');
    await chat.ask(FIRST);
    await failed;
    await chat.page.unrouteAll();
    await chat.page.reload();
    const said = await chat.saidUntil((all) => all.length === 3);
    expect(times(said, FIRST)).toBe(1);
  });

  it('offers to send again what was refused', async () => {
    const chat = await open(app.url);
    await chat.saidUntil((said) => said.length === 1);
    await chat.page.route(/\/activities$/, (route) => route.fulfill({ status: 413, json: {} }), { times: 1 });
    await chat.ask(FIRST);
    await chat.page.getByRole('button', { name: 'Coba lagi' }).click();
    const said = await chat.saidUntil((all) => all.at(-1)?.startsWith('bot: ') === true && all.length > 2);
    expect(times(said, FIRST)).toBe(1);
    // Both the browser and Web Chat write down that it was refused.
    chat.faults.splice(0, 2);
  });
});

/** Resolves once a request has failed. */
async function failOnce(page: Page, url: RegExp): Promise<void> {
  const failed = page.waitForEvent('requestfailed', (request) => url.test(request.url()));
  await page.route(url, (route) => route.abort(), { times: 1 });
  await page.clock.runFor(3_000);
  await failed;
}
