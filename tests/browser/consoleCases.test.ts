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

  it('a new case comes onto the board while one looks at it', async () => {
    const tab = await openConsoleTab(browser, app.url, RATNA);
    await tab.open('/kasus?bentuk=board');
    await tab.page.locator('main').getByText('SKA saya').first().waitFor();
    const fresh = await keepCase(storage.db, { personal: { problem: 'Kontainer tertahan di Busan' } });
    await tab.page.getByRole('link', { name: fresh }).waitFor({ timeout: 30_000 });
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  it('the board goes on beyond what is shown at first', async () => {
    for (let n = 0; n < 25; n++) await keepCase(storage.db, { consent: null });
    const tab = await openConsoleTab(browser, app.url, RATNA);
    await tab.open('/kasus?bentuk=board');
    const column = tab.page.getByRole('region', { name: 'Di FTA Center' });
    await column.getByText('(26)').waitFor();
    await tab.page.waitForFunction(
      () => document.querySelectorAll('section[aria-label="Di FTA Center"] a').length === 20,
    );
    await column.getByRole('button', { name: 'Tampilkan 6 lagi' }).click();
    await tab.page.waitForFunction(
      () => document.querySelectorAll('section[aria-label="Di FTA Center"] a').length === 26,
    );
    await tab.close();
  });

  it('two cases of one exporter are made one', async () => {
    const other = await keepCase(storage.db, { personal: { problem: 'Dokumen yang sama, kapal lain' } });
    const { exporter_key } = await storage.db
      .selectFrom('cases')
      .select('exporter_key')
      .where('case_number', '=', number)
      .executeTakeFirstOrThrow();
    await storage.db.updateTable('cases').set({ exporter_key }).where('case_number', '=', other).execute();
    const tab = await openConsoleTab(browser, app.url, RATNA);
    const { page } = tab;
    await tab.open(`/kasus/${number}`);
    await page.getByRole('button', { name: 'Gabungkan' }).first().click();
    await page.getByRole('combobox', { name: 'Kasus yang digabung ke sini' }).click();
    await page.getByRole('option', { name: other }).click();
    await tab.shoot('console-kasus-gabung-desktop');
    expect(await tab.axe()).toEqual([]);
    await page.locator('button[type=submit]', { hasText: 'Gabungkan' }).click();
    await page.getByText('Kasus lain digabung ke sini').waitFor();
    await page.getByText('Ada di percakapan web').first().waitFor({ timeout: 30_000 });
    await tab.shoot('console-kasus-digabung-desktop');
    await tab.open(`/kasus/${other}`);
    await page.getByRole('alert').getByRole('link', { name: number }).waitFor();
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  it('a case is answered and closed by keyboard', async () => {
    const tab = await openConsoleTab(browser, app.url, RATNA);
    const { page } = tab;
    await tab.open(`/kasus?cari=${number}`);
    await page.getByRole('link', { name: number }).press('Enter');
    await page.getByLabel('Balasan kepada eksportir').fill('Ajukan SKA pengganti.');
    await page.getByRole('button', { name: 'Kirim' }).press('Enter');
    await page.getByText('Dijawab', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Selesaikan' }).press('Enter');
    await page.getByLabel('Pesan penutup (boleh kosong)').waitFor();
    await page.getByLabel('Jumlah').fill('12500,5');
    expect(await tab.axe()).toEqual([]);
    await tab.shoot('console-kasus-tutup-desktop');
    await page.locator('button[type=submit]', { hasText: 'Selesaikan' }).press('Enter');
    await page.getByText('Diselesaikan', { exact: true }).waitFor();
    const row = await storage.db
      .selectFrom('cases')
      .select(['outcome', 'is_resolved', 'export_value'])
      .where('case_number', '=', number)
      .executeTakeFirst();
    expect(row).toEqual({ outcome: 'solved', is_resolved: true, export_value: '12500.50' });
    await tab.close();
  });

  it('what was typed on a case comes back after a reload, with the act that it was for', async () => {
    const other = await keepCase(storage.db);
    const tab = await openConsoleTab(browser, app.url, RATNA);
    const { page } = tab;
    await tab.open(`/kasus/${other}`);
    await page.getByRole('button', { name: 'Catat', exact: true }).first().click();
    await page.getByRole('textbox', { name: 'Catatan' }).fill('Hanya untuk kita.');
    await page.reload();
    await page.getByText('belum terkirim sudah dipulihkan').waitFor();
    expect(await page.getByRole('textbox', { name: 'Catatan' }).inputValue()).toBe('Hanya untuk kita.');
    await page.getByText('Tidak pernah dikirim ke luar').waitFor();
    await page.locator('button[type=submit]').click();
    await page.getByText('Catatan petugas').waitFor();
    await page.reload();
    await page.getByText('Catatan petugas').waitFor();
    expect(await page.getByText('belum terkirim sudah dipulihkan').count()).toBe(0);
    await tab.close();
  });
});
