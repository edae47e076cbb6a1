import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { type ChatTab, openChat } from './support/chatPage.ts';
import { DESKTOP, openBrowser, openProfile, PHONE, type Screen } from './support/openBrowser.ts';

const AXE = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');

let app: TestApp;
let browser: Browser;
let axe: string;
beforeAll(async () => {
  [app, browser, axe] = await Promise.all([startTestApp(), openBrowser(), readFile(AXE, 'utf8')]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await app?.remove();
});

/** Everything axe knows, best practice included. */
async function findViolations(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 150)}`));
}

const isAnswered = (said: readonly string[]) => said.length > 2 && said.at(-1)?.startsWith('bot: ') === true;

const LANGUAGES = {
  id: { question: 'mau ekspor gula semut ke Hungaria', topics: 'Topik', kept: 'Apa yang kami simpan' },
  en: { question: 'I want to export coconut sugar to Hungary', topics: 'Topics', kept: 'What we keep' },
} as const;
const SCREENS: Readonly<Record<string, Screen>> = { phone: PHONE, desktop: DESKTOP };
const CASES = Object.keys(SCREENS).flatMap((screen) =>
  (['id', 'en'] as const).map((language) => [language, screen] as const),
);

describe.each(CASES)('the page in %s on a %s', (language, screen) => {
  const { question, topics, kept } = LANGUAGES[language];

  it('has nothing that axe objects to, from the welcome to the privacy notice', async () => {
    const profile = await openProfile(browser, SCREENS[screen] ?? PHONE);
    const tab = await openChat(profile, `${app.url}/?lang=${language}`);
    await tab.saidUntil((said) => said.length === 1);
    await look(tab, 'welcome');
    await tab.ask(question);
    await tab.saidUntil(isAnswered);
    await look(tab, 'answer');
    if (screen === 'phone') await tab.page.getByRole('button', { name: topics }).click();
    await tab.page.getByText(kept).click();
    await look(tab, 'privacy');
    await profile.close();
  });

  async function look(tab: ChatTab, name: string): Promise<void> {
    await tab.shoot(`${name}-${language}-${screen}`);
    expect(await findViolations(tab.page)).toEqual([]);
  }
});

describe('the page', () => {
  it('has nothing that axe objects to while the line is down', async () => {
    const profile = await openProfile(browser, PHONE);
    const tab = await openChat(profile, app.url);
    await tab.saidUntil((said) => said.length === 1);
    await profile.setOffline(true);
    await tab.notice.waitFor();
    await tab.ask('halo');
    expect(await findViolations(tab.page)).toEqual([]);
    await profile.close();
  });

  it('fits 360 pixels, and every button has room for a thumb', async () => {
    const profile = await openProfile(browser, PHONE);
    const tab = await openChat(profile, app.url);
    await tab.ask('form apa untuk ekspor ke Korea?');
    await tab.saidUntil(isAnswered);
    const { overflow, small } = await tab.page.evaluate(measure);
    expect([overflow, small]).toEqual([0, []]);
    await profile.close();
  });

  it('is used by keyboard alone', async () => {
    const profile = await openProfile(browser, DESKTOP);
    const tab = await openChat(profile, app.url);
    await tab.saidUntil((said) => said.length === 1);
    await tab.page.getByRole('link', { name: 'Cara mengurus SKA' }).focus();
    await tab.page.keyboard.press('Enter');
    await tab.saidUntil(isAnswered);
    await tab.box.focus();
    await tab.page.keyboard.press('Shift+Tab');
    await tab.page.keyboard.press('Enter');
    const said = await tab.saidUntil((all) => all.length === 5);
    expect(said[3]).toBe('exporter: Selengkapnya');
    await profile.close();
  });
});

/** How far the page is wider than the screen, and what can be tapped but is lower than 44 pixels. */
function measure(): { overflow: number; small: string[] } {
  const live = '.webchat__live-region-activity__suggested-action';
  const buttons = [...document.querySelectorAll(`button:not(${live}), a.topic, .switch a, summary`)];
  const small = buttons.filter((button) => {
    const { width, height } = button.getBoundingClientRect();
    return width > 0 && (height < 42 || width < 42);
  });
  return {
    overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    small: small.map((button) => button.outerHTML.slice(0, 100)),
  };
}
