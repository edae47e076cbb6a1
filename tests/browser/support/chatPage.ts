import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { BrowserContext, Locator, Page } from 'playwright-core';

const SHOTS = join(import.meta.dirname, '../../.screenshots');

/** The chat page in one tab, as an exporter uses it. */
export interface ChatTab {
  page: Page;
  /** Everything that should never be: errors of the page, broken rules, calls to anybody else. */
  faults: string[];
  /** Bubbles, oldest first: `exporter: …` and `bot: …`, as far as they stand in the transcript. */
  said(): Promise<string[]>;
  /** Bubbles once it is so. */
  saidUntil(isSo: (said: readonly string[]) => boolean): Promise<string[]>;
  ask(text: string): Promise<void>;
  /** Taps a button under the last answer. */
  tap(name: string | RegExp): Promise<void>;
  box: Locator;
  notice: Locator;
  shoot(name: string): Promise<void>;
}

/** Opens the page in a new tab. */
export async function openChat(profile: BrowserContext, url: string): Promise<ChatTab> {
  const page = await profile.newPage();
  const tab = chatTab(page, new URL(url).origin);
  await page.goto(url);
  return tab;
}

function chatTab(page: Page, origin: string): ChatTab {
  const said = () => page.locator('.webchat__bubble__content').evaluateAll(readBubbles);
  return {
    page,
    faults: gatherFaults(page, origin),
    said,
    saidUntil: (isSo) => until(said, isSo),
    async ask(text) {
      await page.locator('textarea').fill(text);
      await page.locator('textarea').press('Enter');
    },
    tap: (name) => page.getByRole('toolbar').getByRole('button', { name }).click(),
    box: page.locator('textarea'),
    notice: page.locator('.notice p'),
    async shoot(name) {
      await mkdir(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
    },
  };
}

function readBubbles(bubbles: Element[]): string[] {
  return bubbles.map((bubble) => {
    const isExporter = bubble.closest('.webchat__stacked-layout--from-user') !== null;
    return `${isExporter ? 'exporter' : 'bot'}: ${bubble.textContent.trim()}`;
  });
}

function gatherFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !isLineFault(message.text())) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, origin: asked } = new URL(request.url());
    if (protocol !== 'data:' && protocol !== 'blob:' && asked !== origin) faults.push(`foreign: ${request.url()}`);
  });
  page.on('websocket', (socket) => {
    if (new URL(socket.url()).host !== new URL(origin).host) faults.push(`foreign: ${socket.url()}`);
  });
  return faults;
}

/** The browser itself writes a line for each request that fails; a line that is down on purpose makes many. */
function isLineFault(text: string): boolean {
  return /net::ERR_|WebSocket connection to .* failed|status of 403/.test(text);
}

/** Looks again and again until it is so, for twenty seconds at most. */
async function until<T>(look: () => Promise<T>, isSo: (value: T) => boolean): Promise<T> {
  const end = Date.now() + 20_000;
  for (;;) {
    const value = await look();
    if (isSo(value)) return value;
    if (Date.now() > end) throw new Error(`it never was so: ${JSON.stringify(value, null, 1)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
