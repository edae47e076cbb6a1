import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { aMember, PASSWORD, theAdministrator } from '../console/support/consoleClient.ts';
import { eventually } from '../support/eventually.ts';
import { anExporter, type Exporter } from '../support/exporter.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { type ConsoleTab, openConsoleTab } from './support/consoleTab.ts';
import { openBrowser } from './support/openBrowser.ts';

let app: TestApp;
let browser: Browser;
let editor: ConsoleTab;
let publisher: ConsoleTab;
let exporter: Exporter;

beforeAll(async () => {
  app = await startTestApp();
  const administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  await aMember(app.url, administrator, 'sari@example.com', ['editor']);
  await aMember(app.url, administrator, 'budi@example.com', ['publisher']);
  exporter = await anExporter(app.url);
  await exporter.post({ type: 'message', text: HOSTILE, value: { do: 'ask', entry: 'ska-manfaat' } });
  browser = await openBrowser();
  editor = await openConsoleTab(browser, app.url, { email: 'sari@example.com', password: PASSWORD });
  publisher = await openConsoleTab(browser, app.url, { email: 'budi@example.com', password: PASSWORD });
});
afterAll(async () => {
  await browser.close();
  await app.remove();
});

const ENTRY = '/pengetahuan/entries/ska-manfaat';
const HOSTILE = 'apa manfaat ska <img src=x onerror=alert(1)>';

describe('knowledge in the console', () => {
  it('is found, corrected and sent to review by an editor', async () => {
    const { page } = editor;
    await editor.open('/pengetahuan');
    await page.getByLabel('Cari').fill('manfaat ska');
    await page
      .getByRole('link', { name: /manfaat/i })
      .first()
      .waitFor();
    await editor.open(ENTRY);
    const short = page.getByLabel('Jawaban singkat').first();
    await short.fill(`${await short.inputValue()} Bea masuk di negara pembeli bisa lebih rendah.`);
    await page.getByLabel('Catatan untuk peninjau').fill('Ditambah manfaat bagi pembeli.');
    await page.getByRole('button', { name: 'Kirim untuk ditinjau' }).click();
    await page.getByText('Menunggu tinjauan').first().waitFor();
    expect(editor.faults).toEqual([]);
  });

  it('is reviewed with its changes and published by a second person', async () => {
    const { page } = publisher;
    await publisher.open('/tinjauan');
    await page.getByText('Ditambah manfaat bagi pembeli.').waitFor();
    await publisher.shoot('console-review-desktop');
    await publisher.open(ENTRY);
    await page.getByRole('button', { name: 'Tinjau dan terbitkan' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tinjau dan terbitkan' });
    await dialog.locator('ins').first().waitFor();
    await dialog.getByText('tidak ada yang jawabannya berubah').waitFor({ timeout: 60_000 });
    await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Benar dan jelas');
    await dialog.getByRole('checkbox', { name: /Pembetulan penting/ }).check();
    await dialog.getByRole('textbox', { name: 'Apa yang keliru' }).fill('manfaat bagi pembeli tidak disebut');
    expect(await publisher.axe()).toEqual([]);
    await publisher.shoot('console-gate-desktop');
    await dialog.getByRole('button', { name: 'Terbitkan', exact: true }).click();
    await page.getByText('Yang keliru: manfaat bagi pembeli tidak disebut').waitFor();
    await publisher.open(ENTRY);
    await page.getByText('Terbit, revisi 2').waitFor();
    await page.getByRole('tab', { name: /Riwayat/ }).click();
    await page.getByText('budi: Benar dan jelas').waitFor();
    expect(await publisher.axe()).toEqual([]);
    await publisher.shoot('console-history-desktop');
    expect(publisher.faults).toEqual([]);
  });

  it('tells those who got the old answer, after a look at who they are', async () => {
    const { page } = publisher;
    await publisher.open('/kabar');
    await publisher.shoot('console-kabar-desktop');
    expect(await publisher.axe()).toEqual([]);
    await page.locator('main a').first().click();
    await page.getByText('1 eksportir menerima jawaban yang keliru').waitFor();
    await page.getByText(HOSTILE).first().waitFor();
    expect(await page.locator('main img').count()).toBe(0);
    for (const isPhone of [true, false]) {
      const who = { email: 'budi@example.com', password: PASSWORD };
      const tab = await openConsoleTab(browser, app.url, who, isPhone);
      await tab.page.goto(page.url());
      await tab.page.getByText('1 eksportir menerima jawaban yang keliru').waitFor();
      expect(await tab.shoot(`console-kabar-satu-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
      expect(await tab.axe()).toEqual([]);
      await tab.close();
    }
    await page.getByRole('button', { name: 'Kirim kepada 1 eksportir' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Kirim kepada 1 eksportir' }).click();
    await page.getByText('Terkirim', { exact: true }).waitFor();
    const said = async () => (await exporter.talk.read()).body.activities.map(({ text = '' }) => text);
    await eventually(said, (texts) => texts.at(-1)?.includes('Pembetulan dari FTA Center') ?? false);
    expect(await publisher.axe()).toEqual([]);
    expect(publisher.faults).toEqual([]);
  });

  it('warns the second of two who edit the same entry', async () => {
    await editor.page.reload();
    await editor.open('/tinjauan');
    await editor.open(ENTRY);
    await publisher.open('/tinjauan');
    await publisher.open(ENTRY);
    for (const [tab, words] of [
      [editor, 'Dari Sari.'],
      [publisher, 'Dari Budi.'],
    ] as const) {
      await tab.page.getByLabel('Jawaban singkat').first().fill(words);
      await tab.page.getByRole('button', { name: 'Simpan rancangan' }).click();
      await tab.page.waitForTimeout(300);
    }
    await publisher.page.getByText('sari sudah menyimpan perubahan lain').waitFor();
    await publisher.page.getByRole('button', { name: 'Pakai miliknya' }).click();
    expect(await publisher.page.getByLabel('Jawaban singkat').first().inputValue()).toBe('Dari Sari.');
  });

  it('keeps what was typed through a reload', async () => {
    await editor.page.getByLabel('Jawaban singkat').first().fill('Belum sempat disimpan.');
    await editor.page.reload();
    await editor.page.getByText('sudah dipulihkan').waitFor();
    expect(await editor.page.getByLabel('Jawaban singkat').first().inputValue()).toBe('Belum sempat disimpan.');
  });

  it('tries a question and says why', async () => {
    const { page } = editor;
    await editor.open('/pengetahuan/coba');
    await page.getByLabel('Pertanyaan').fill('gmn cara urus ska');
    await page.getByRole('button', { name: 'Tanyakan' }).click();
    await page.getByText('Dibaca sebagai').waitFor({ timeout: 60_000 });
    expect(await editor.axe()).toEqual([]);
    await editor.shoot('console-try-desktop');
  });

  it.each([
    ['pengetahuan', '/pengetahuan'],
    ['entry', ENTRY],
    ['regulation', '/pengetahuan/regulations/permendag-24-2018'],
    ['destination', '/pengetahuan/destinations/JP'],
    ['tinjauan', '/tinjauan'],
  ])('shows %s clean to axe and no wider than the screen', async (name, path) => {
    for (const isPhone of [false, true]) {
      const tab = await openConsoleTab(browser, app.url, { email: 'budi@example.com', password: PASSWORD }, isPhone);
      await tab.open(path);
      await tab.page.waitForLoadState('networkidle');
      expect(await tab.shoot(`console-${name}-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
      expect(await tab.axe()).toEqual([]);
      expect(tab.faults).toEqual([]);
      await tab.close();
    }
  });
});
