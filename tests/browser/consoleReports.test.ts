import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { keepAsked } from '../console/support/askedTurns.ts';
import { PASSWORD, theAdministrator } from '../console/support/consoleClient.ts';
import { keepCase } from '../console/support/keptCase.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';
import { openConsoleTab } from './support/consoleTab.ts';
import { openBrowser } from './support/openBrowser.ts';

const RATNA = { email: 'ratna@jatengprov.go.id', password: PASSWORD };
const NOW = new Date('2026-10-20T03:00:00Z');

let app: TestApp;
let storage: TestStorage;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp();
  storage = await openTestStorage(app.config.databaseUrl);
  browser = await openBrowser();
  await theAdministrator(app.url, app.firstAdministratorLink);
  const slots = { destination: ['JP', 'KR'], product: ['kopi'], agreement: ['IJEPA'] };
  const asked = Array.from({ length: 20 }, (_, n) => [
    {
      question: 'form apa',
      decision: 'answer' as const,
      entry: 'ska-cara-urus',
      slots,
      daysAgo: n % 18,
      times: 1 + (n % 3),
    },
    { question: 'sewa gudang', daysAgo: n % 7 },
  ]).flat();
  await keepAsked(storage.db, asked, NOW);
  for (let n = 0; n < 6; n++)
    await keepCase(storage.db, { personal: { problem: 'ditolak', company: `CV ${n}, Kudus` } }, NOW);
});
afterAll(async () => {
  await browser.close();
  await storage.close();
  await app.remove();
});

describe('the page of reports', () => {
  const period = 'dari=2026-10-01&sampai=2026-10-31';
  it.each([
    ['laporan', period, true],
    ['laporan', period, false],
    ['laporan-cetak', `${period}&cetak=1`, true],
    ['laporan-cetak', `${period}&cetak=1`, false],
  ] as const)('%s is clean to axe and no wider than the screen', async (name, query, isPhone) => {
    const tab = await openConsoleTab(browser, app.url, RATNA, isPhone);
    await tab.open(`/laporan?${query}`);
    await tab.page.getByText('Kabupaten Kudus').first().waitFor();
    expect(await tab.shoot(`console-${name}-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
    expect(await tab.axe()).toEqual([]);
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  it('gives the Excel file, and prints without the frame, in Indonesian also for an English console', async () => {
    const tab = await openConsoleTab(browser, app.url, RATNA);
    const { page } = tab;
    await tab.open(`/laporan?${period}`);
    const loading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh Excel' }).click();
    expect((await loading).suggestedFilename()).toBe('laporan-fta-center-2026-10-01-2026-10-31.xlsx');
    await page.evaluate(() => localStorage.setItem('language', 'en'));
    await page.reload();
    await page.getByRole('button', { name: 'Monthly report for printing' }).click();
    await page.getByText('Laporan Kegiatan FTA Center Jawa Tengah').waitFor();
    await page.getByText('1 Oktober 2026 sampai 31 Oktober 2026').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('header, nav').filter({ visible: true }).count()).toBe(0);
    await tab.shoot('console-laporan-kertas');
    await tab.close();
  });
});
