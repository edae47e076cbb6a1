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
const XSS = '<img src=x onerror=alert(1)> SKA saya ditolak di Busan';

let app: TestApp;
let storage: TestStorage;
let browser: Browser;
let number: string;

beforeAll(async () => {
  app = await startTestApp();
  storage = await openTestStorage(app.config.databaseUrl);
  browser = await openBrowser();
  await theAdministrator(app.url, app.firstAdministratorLink);
  number = await keepCase(storage.db, { personal: { problem: XSS, company: 'CV Sari Rasa, Kudus' } });
  await keepCase(storage.db, { consent: null, isUrgent: true }, new Date(Date.now() - 7 * 24 * 3_600_000));
  await keepAsked(storage.db, [
    { question: 'sewa gudang', times: 4 },
    { question: 'cara urus ska', decision: 'answer', entry: 'ska-cara-urus', thumb: 'up', daysAgo: 2, times: 3 },
  ]);
});
afterAll(async () => {
  await browser.close();
  await storage.close();
  await app.remove();
});

describe('the pages today and cases', () => {
  const pages = [
    ['hari-ini', '/hari-ini', 'Belum terjawab'],
    ['kasus', '/kasus', 'SKA saya'],
    ['kasus-papan', '/kasus?bentuk=board', 'SKA saya'],
    ['kasus-satu', '', 'Riwayat'],
  ] as const;
  it.each(pages.flatMap((page) => [[...page, true] as const, [...page, false] as const]))(
    '%s is clean to axe and no wider than the screen',
    async (name, path, words, isPhone) => {
      const tab = await openConsoleTab(browser, app.url, RATNA, isPhone);
      await tab.open(path || `/kasus/${number}`);
      await tab.page.locator('main').getByText(words).first().waitFor();
      expect(await tab.shoot(`console-${name}-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
      expect(await tab.axe()).toEqual([]);
      expect(tab.faults).toEqual([]);
      await tab.close();
    },
  );

  it('a case is answered and closed by keyboard', async () => {
    const tab = await openConsoleTab(browser, app.url, RATNA);
    const { page } = tab;
    await tab.open('/kasus');
    await page.getByRole('link', { name: number }).press('Enter');
    await page.getByLabel('Kata-kata').fill('Ajukan SKA pengganti.');
    await page.getByRole('button', { name: 'Kirim' }).press('Enter');
    await page.getByText('Dijawab', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Selesaikan' }).press('Enter');
    await page.getByLabel('Pesan penutup (boleh kosong)').waitFor();
    await page.locator('button[type=submit]', { hasText: 'Selesaikan' }).press('Enter');
    await page.getByText('Diselesaikan', { exact: true }).waitFor();
    const row = await storage.db
      .selectFrom('cases')
      .select('outcome')
      .where('case_number', '=', number)
      .executeTakeFirst();
    expect(row?.outcome).toBe('solved');
    await tab.close();
  });

  it('what was typed on a case comes back after a reload, with the act that it was for', async () => {
    const other = await keepCase(storage.db);
    const tab = await openConsoleTab(browser, app.url, RATNA);
    const { page } = tab;
    await tab.open(`/kasus/${other}`);
    await page.getByRole('button', { name: 'Catat', exact: true }).first().click();
    await page.getByLabel('Kata-kata').fill('Hanya untuk kita.');
    await page.reload();
    await page.getByText('belum terkirim sudah dipulihkan').waitFor();
    expect(await page.getByLabel('Kata-kata').inputValue()).toBe('Hanya untuk kita.');
    await page.getByText('Tidak pernah dikirim ke luar').waitFor();
    await page.locator('button[type=submit]').click();
    await page.getByText('Catatan petugas').waitFor();
    await page.reload();
    await page.getByText('Catatan petugas').waitFor();
    expect(await page.getByText('belum terkirim sudah dipulihkan').count()).toBe(0);
    await tab.close();
  });
});
