import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DESKTOP, openProfile, PHONE } from './openBrowser.ts';

const SHOTS = join(import.meta.dirname, '../../.screenshots');
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** The console in one tab, as staff use it. */
export interface ConsoleTab {
  readonly page: Page;
  /** Everything that should never be: errors of the page, broken rules of the content policy. */
  readonly faults: string[];
  open(path: string): Promise<void>;
  /** What axe finds on the page as it stands, one line a fault. */
  axe(): Promise<string[]>;
  /** Takes the picture, and says by how many pixels the page is wider than the screen. */
  shoot(name: string): Promise<number>;
  close(): Promise<void>;
}

/** Opens a tab and signs in. */
export async function openConsoleTab(
  browser: Browser,
  url: string,
  who: { email: string; password: string } | null,
  isPhone = false,
): Promise<ConsoleTab> {
  const profile = await openProfile(browser, isPhone ? PHONE : DESKTOP);
  const page = await profile.newPage();
  page.setDefaultTimeout(10_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d|net::ERR_/.test(message.text())) faults.push(message.text());
  });
  await page.goto(`${url}/console`);
  if (who) await signIn(page, who);
  return {
    page,
    faults,
    async open(path) {
      await page.goto(`${url}/console#${path}`);
      await page.locator('main h1').first().waitFor();
    },
    axe: () => findFaults(page),
    async shoot(name) {
      await mkdir(SHOTS, { recursive: true });
      await page.screenshot({ path: join(SHOTS, `${name}.png`) });
      return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    },
    close: () => profile.close(),
  };
}

async function signIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Alamat e-mail').fill(email);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.getByRole('button', { name: 'Masuk' }).click();
  await page.locator('main h1').first().waitFor();
  await page.locator('header').waitFor();
}

async function findFaults(page: Page): Promise<string[]> {
  // Read as a file and evaluated by the browser's own tools: the content policy lets no other script in.
  await page.waitForTimeout(350);
  const { readFile } = await import('node:fs/promises');
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself there
    const { violations } = await (globalThis as any).axe.run(document, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
  });
}
