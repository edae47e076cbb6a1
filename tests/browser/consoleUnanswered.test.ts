import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { keepAsked } from '../console/support/askedTurns.ts';
import { PASSWORD, theAdministrator } from '../console/support/consoleClient.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openTestStorage, type TestStorage } from '../support/testStorage.ts';
import { openConsoleTab } from './support/consoleTab.ts';
import { openBrowser } from './support/openBrowser.ts';

const RATNA = { email: 'ratna@jatengprov.go.id', password: PASSWORD };

let app: TestApp;
let storage: TestStorage;
let browser: Browser;

beforeAll(async () => {
  app = await startTestApp();
  storage = await openTestStorage(app.config.databaseUrl);
  browser = await openBrowser();
  await theAdministrator(app.url, app.firstAdministratorLink);
  await keepAsked(storage.db, [
    { question: 'sewa kontainer pendingin murah di Semarang', times: 6, nearest: 'ska-cara-urus' },
    { question: 'min sewa kontener pendingin semarang dmn ya', times: 2, daysAgo: 3 },
    { question: '<img src=x onerror=alert(1)> sewa kontainer pendingin semarang', daysAgo: 12 },
    { question: 'sewa kontainer pendinginnya di semarang', daysAgo: 20 },
    { question: 'zodiak hari ini', times: 2, daysAgo: 1 },
    { question: 'cara urus ska', decision: 'answer', entry: 'ska-cara-urus', nearest: 'ska-cara-urus', thumb: 'down' },
  ]);
});
afterAll(async () => {
  await browser.close();
  await storage.close();
  await app.remove();
});

describe('the page of unanswered questions', () => {
  it.each([true, false])('is clean to axe and no wider than the screen (phone: %s)', async (isPhone) => {
    const tab = await openConsoleTab(browser, app.url, RATNA, isPhone);
    await tab.open('/belum-terjawab');
    await tab.page.getByText('sewa kontainer pendingin murah di Semarang').first().waitFor();
    expect(await tab.shoot(`console-belum-terjawab-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
    expect(await tab.axe()).toEqual([]);
    await tab.page.getByRole('button', { name: 'Tambahkan ke jawaban' }).first().click();
    await tab.page.getByRole('dialog').getByLabel('Alasan').waitFor();
    expect(await tab.shoot(`console-tambah-frasa-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
    expect(await tab.axe()).toEqual([]);
    expect(tab.faults).toEqual([]);
    await tab.close();
  });

  it('makes the words of exporters a phrasing, and sets aside what is not for us, by keyboard', async () => {
    const tab = await openConsoleTab(browser, app.url, RATNA);
    const { page } = tab;
    await tab.open('/belum-terjawab');
    const group = page.getByRole('article').filter({ hasText: 'zodiak' });
    await group.getByRole('button', { name: 'Sisihkan' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Sisihkan' }).press('Enter');
    await group.waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Batalkan' }).press('Enter');
    await group.getByRole('button', { name: 'Sisihkan' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Sisihkan' }).press('Enter');
    await group.waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'Yang disisihkan' }).click();
    await page.getByRole('button', { name: 'Kembalikan ke daftar' }).waitFor();
    expect(await tab.axe()).toEqual([]);
    await tab.shoot('console-disisihkan-desktop');
    await page.getByRole('link', { name: '← Belum terjawab' }).click();
    const reefers = page.getByRole('article').filter({ hasText: 'pendingin' });
    await reefers.getByRole('button', { name: 'Tambahkan ke jawaban' }).press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Alasan').fill('bahasa eksportir');
    await dialog.getByRole('button', { name: 'Terbitkan' }).press('Enter');
    await reefers.waitFor({ state: 'detached' });
    const settled = await storage.db.selectFrom('settled_turns').select('outcome').execute();
    expect(settled.map(({ outcome }) => outcome).sort()).toEqual([
      ...Array(10).fill('phrasing'),
      ...Array(2).fill('set-aside'),
    ]);
    await page.getByText('Sudah ada jawabannya, penanya belum tahu').waitFor();
    await page.getByRole('button', { name: 'Kabari penanya' }).press('Enter');
    await page.getByText('10 orang pernah menanyakannya').waitFor();
    expect(await dialog.locator('img').count()).toBe(0);
    expect(await tab.shoot('console-kabari-desktop')).toBeLessThanOrEqual(0);
    expect(await tab.axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Kirim kabar' }).press('Enter');
    await page.getByText('Sudah ada jawabannya, penanya belum tahu').waitFor({ state: 'detached' });
    const sent = await storage.db.selectFrom('notice_recipients').selectAll().execute();
    expect(sent).toHaveLength(10);
    await tab.close();
  });

  it('hands the words over to the editor of a new entry', async () => {
    const tab = await openConsoleTab(browser, app.url, RATNA);
    await tab.open('/belum-terjawab');
    await tab.page.getByRole('link', { name: 'Buat jawaban baru' }).first().click();
    await tab.page.getByRole('dialog').getByLabel('Kunci').fill('uji-frasa-baru');
    await tab.page.getByRole('button', { name: 'Mulai menulis' }).click();
    await tab.page.getByText('uji-frasa-baru').first().waitFor();
    const draft = await storage.db.selectFrom('knowledge_drafts').select('value').executeTakeFirstOrThrow();
    expect(draft.value).toMatchObject({ phrasings: { id: ['cara urus ska'], en: [] } });
    await tab.close();
  });
});
