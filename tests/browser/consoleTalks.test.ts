import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aMember, PASSWORD, theAdministrator } from '../console/support/consoleClient.ts';
import { eventually } from '../directLine/support/rawClient.ts';
import { anExporter, type Exporter } from '../support/exporter.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { type ConsoleTab, openConsoleTab } from './support/consoleTab.ts';
import { openBrowser } from './support/openBrowser.ts';

const WAHYU = { email: 'wahyu@example.com', password: PASSWORD };
const RINA = { email: 'rina@example.com', password: PASSWORD };
const HOSTILE = '<img src=x onerror=alert(1)> berapa tarif zzkwqx';

let app: TestApp;
let browser: Browser;
let exporter: Exporter;
let tab: ConsoleTab;

beforeAll(async () => {
  app = await startTestApp();
  const administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  await aMember(app.url, administrator, WAHYU.email, ['case-officer', 'editor']);
  await aMember(app.url, administrator, RINA.email, ['case-officer']);
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

describe('saved replies in the console', () => {
  it('are written in both languages, clean to axe on phone and desktop', async () => {
    const { page } = tab;
    await tab.open('/balasan');
    await page.getByRole('button', { name: 'Buat balasan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Judul').fill('Minta nomor PEB <img src=x onerror=alert(1)>');
    await dialog.getByLabel('Teks, Bahasa Indonesia').fill('Mohon kirim nomor PEB-nya, kasus {nomor}. Salam, ');
    await dialog.getByRole('button', { name: 'Sisipkan nama Anda' }).first().click();
    await dialog.getByLabel('Teks, Bahasa Inggris').fill('Please send the PEB number.');
    expect(await tab.shoot('console-balasan-tulis-desktop')).toBeLessThanOrEqual(0);
    expect(await tab.axe()).toEqual([]);
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Mohon kirim nomor PEB-nya, kasus {nomor}. Salam, {petugas}').waitFor();
    for (const isPhone of [true, false]) {
      const other = await openConsoleTab(browser, app.url, WAHYU, isPhone);
      await other.open('/balasan');
      await other.page.getByText('Please send the PEB number.').waitFor();
      expect(await other.shoot(`console-balasan-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
      expect(await other.axe()).toEqual([]);
      expect(await other.page.locator('main img').count()).toBe(0);
      await other.close();
    }
  });

  it('are found and inserted, filled with what is known; what is open keeps the answer from leaving', async () => {
    const { page } = tab;
    await tab.open('/percakapan');
    await page.locator('main a').first().click();
    await page.getByRole('button', { name: 'Ambil alih' }).click();
    await page.getByRole('button', { name: 'Balasan siap pakai' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Cari').fill('peb');
    await dialog.getByText('Salam, wahyu').waitFor();
    expect(await tab.axe()).toEqual([]);
    await tab.shoot('console-balasan-pilih-desktop');
    await dialog.getByRole('button', { name: /^Sisipkan/ }).click();
    const answer = page.getByLabel('Balasan Anda');
    expect(await answer.inputValue()).toBe('Mohon kirim nomor PEB-nya, kasus {nomor}. Salam, wahyu');
    await page.getByText('Isi dulu yang masih kosong: {nomor}').waitFor();
    expect(await page.getByRole('button', { name: 'Kirim' }).isDisabled()).toBe(true);
    expect(await tab.axe()).toEqual([]);
  });
});

describe('words that are not sent yet', () => {
  it('come back after a reload, for who typed them, and are gone once sent', async () => {
    const { page } = tab;
    const at = page.url();
    await page.getByLabel('Balasan Anda').fill('Belum sempat dikirim.');
    await page.reload();
    await page.getByText('belum terkirim sudah dipulihkan').waitFor();
    expect(await page.getByLabel('Balasan Anda').inputValue()).toBe('Belum sempat dikirim.');
    const other = await openConsoleTab(browser, app.url, RINA);
    await other.page.goto(at);
    await other.page.getByLabel('Balasan Anda').waitFor();
    expect(await other.page.getByLabel('Balasan Anda').inputValue()).toBe('');
    await other.close();
    await page.getByRole('button', { name: 'Kirim' }).click();
    await page.locator('[role=log]').getByText('Belum sempat dikirim.').waitFor();
    await page.reload();
    await page.getByLabel('Balasan Anda').waitFor();
    expect(await page.getByLabel('Balasan Anda').inputValue()).toBe('');
  });

  it('survive a line that drops and a session that ends', async () => {
    const { page } = tab;
    await page.getByLabel('Balasan Anda').fill('Di tengah badai.');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Kirim' }).click();
    await page.getByText('Server belum terhubung').first().waitFor();
    await page.context().setOffline(false);
    await page.context().clearCookies();
    await page.getByRole('button', { name: 'Kirim' }).click();
    const again = page.getByRole('dialog', { name: 'Sesi Anda sudah berakhir' });
    await again.locator('input[autocomplete="current-password"]').fill(PASSWORD);
    await again.getByRole('button', { name: 'Masuk' }).click();
    await again.waitFor({ state: 'hidden' });
    expect(await page.getByLabel('Balasan Anda').inputValue()).toBe('Di tengah badai.');
    await page.getByRole('button', { name: 'Kirim' }).click();
    await page.locator('[role=log]').getByText('Di tengah badai.').waitFor();
  });
});

describe('an answer in a talk', () => {
  it('becomes a draft with one click', async () => {
    const { page } = tab;
    await page.getByRole('button', { name: 'Jadikan pengetahuan' }).last().click();
    await page.getByText('Dari jawaban petugas dalam percakapan.').waitFor();
    expect(await page.getByLabel('Jawaban singkat').first().inputValue()).toBe('Di tengah badai.');
    expect(await page.locator('main img').count()).toBe(0);
    expect(await tab.axe()).toEqual([]);
    expect(tab.faults).toEqual([]);
  });
});
