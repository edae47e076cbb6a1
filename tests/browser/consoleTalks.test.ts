import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aMember, PASSWORD, theAdministrator } from '../console/support/consoleClient.ts';
import { eventually } from '../directLine/support/rawClient.ts';
import { anExporter, type Exporter } from '../support/exporter.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { type ConsoleTab, openConsoleTab } from './support/consoleTab.ts';
import { openBrowser } from './support/openBrowser.ts';

const WAHYU = { email: 'wahyu@example.com', password: PASSWORD };
const HOSTILE = '<img src=x onerror=alert(1)> berapa tarif zzkwqx';

let app: TestApp;
let browser: Browser;
let exporter: Exporter;
let tab: ConsoleTab;

beforeAll(async () => {
  app = await startTestApp();
  const administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  await aMember(app.url, administrator, WAHYU.email, ['case-officer', 'editor']);
  exporter = await anExporter(app.url);
  await exporter.say('saya mau ekspor kopi ke Jepang, form apa?');
  await exporter.say(HOSTILE);
  browser = await openBrowser();
  tab = await openConsoleTab(browser, app.url, WAHYU);
});
afterAll(async () => {
  await browser.close();
  await app.remove();
});

describe('talks in the console', () => {
  it('are taken over, answered and given back', async () => {
    const { page } = tab;
    await tab.open('/percakapan');
    await page.locator('main a').first().click();
    await page.getByRole('button', { name: 'Ambil alih' }).click();
    await page.getByLabel('Balasan Anda').fill('Selamat siang, ada yang bisa saya bantu?');
    await page.getByRole('button', { name: 'Kirim' }).click();
    const texts = async () => (await exporter.talk.read()).body.activities.map(({ text = '' }) => text);
    await eventually(texts, (all) => all.includes('Selamat siang, ada yang bisa saya bantu?'));
    await exporter.talk.post({ type: 'message', text: 'Terima kasih, Pak Wahyu' });
    await page.getByText('Terima kasih, Pak Wahyu').waitFor();
    expect(await tab.axe()).toEqual([]);
    await tab.shoot('console-talk-desktop');
    await page.getByRole('button', { name: 'Kembalikan ke bot' }).click();
    await page.getByRole('button', { name: 'Ambil alih' }).waitFor();
    expect(tab.faults).toEqual([]);
  });

  it('show the words of a hostile exporter as words', async () => {
    await tab.page.getByText(HOSTILE).first().waitFor();
    expect(await tab.page.locator('main img').count()).toBe(0);
  });

  it('show the inbox clean to axe on phone and desktop', async () => {
    for (const isPhone of [false, true]) {
      const other = await openConsoleTab(browser, app.url, WAHYU, isPhone);
      await other.open('/percakapan');
      await other.page.waitForTimeout(800);
      expect(await other.shoot(`console-talks-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
      expect(await other.axe()).toEqual([]);
      expect(other.faults).toEqual([]);
      await other.close();
    }
  });
});
