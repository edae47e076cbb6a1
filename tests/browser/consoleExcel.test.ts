import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { contentHash, fileRowsOf, loadKnowledge, mergeRow } from '../../src/knowledge/index.ts';
import { openKnowledgeStore } from '../../src/storage/index.ts';
import { aMember, type ConsoleClient, PASSWORD, theAdministrator } from '../console/support/consoleClient.ts';
import { aWorkbook, openWorkbook } from '../console/support/workbook.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openTestStorage } from '../support/testStorage.ts';
import { type ConsoleTab, openConsoleTab } from './support/consoleTab.ts';
import { openBrowser } from './support/openBrowser.ts';

jest.setTimeout(180_000);

let app: TestApp;
let browser: Browser;
let editor: ConsoleClient;
let importer: ConsoleTab;
let reviewer: ConsoleTab;

const BUDI = { email: 'budi@example.com', password: PASSWORD };
const TINI = { email: 'tini@example.com', password: PASSWORD };

beforeAll(async () => {
  app = await startTestApp();
  const administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  editor = await aMember(app.url, administrator, 'sari@example.com', ['editor']);
  await aMember(app.url, administrator, BUDI.email, ['publisher']);
  await aMember(app.url, administrator, TINI.email, ['publisher']);
  browser = await openBrowser();
  importer = await openConsoleTab(browser, app.url, BUDI);
  reviewer = await openConsoleTab(browser, app.url, TINI);
});
afterAll(async () => {
  await browser.close();
  await app.remove();
});

const PATIENCE = { timeout: 60_000 };

async function choose({ page }: ConsoleTab, bytes: Uint8Array): Promise<void> {
  const file = { name: 'pengetahuan.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) };
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('button', { name: 'Lihat perubahannya' }).click();
}

/** What was downloaded, with changes, two conflicts and faults of several kinds. */
async function aChangedFile(bytes: Uint8Array): Promise<Uint8Array> {
  const file = await openWorkbook(bytes);
  file.set('Jawaban', 'ska-manfaat', 'answer.id.short', 'Bea masuk di negara pembeli lebih rendah, kadang nol.');
  file.set('Jawaban', 'ska-manfaat', 'phrasings.id', null);
  file.set('Jawaban', 'ska-transit', 'answer.id.short', 'Boleh transit, asal tidak dibongkar.');
  file.set('Jawaban', 'ska-terlambat', 'title.id', 'SKA terlambat terbit');
  file.set('Jawaban', 'ska-dua-form', 'sources', 'aturan-lama');
  file.set('Jawaban', 'ska-wajib', 'checkedOn', 'kemarin');
  file.set('Jawaban', 'ska-blangko', 'confirmed', { formula: 'TRUE()' });
  file.sheets.Catatan = [['titipan']];
  return file.write();
}

describe('Excel in the console', () => {
  it('gives the table that one comes from, and finds nothing changed in it', async () => {
    const { page } = importer;
    await importer.open('/pengetahuan');
    await page.getByRole('link', { name: 'Excel' }).click();
    await page.getByRole('heading', { name: 'Excel', exact: true }).waitFor();
    const loading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Unduh Excel' }).click();
    expect((await loading).suggestedFilename()).toMatch(/^fta-center-entries-.*\.xlsx$/);
    await choose(importer, (await editor.call('GET', '/excel?table=entries')).body);
    await page.getByText('Tidak ada perubahan.').waitFor(PATIENCE);
    expect(importer.faults).toEqual([]);
  });

  it('shows what would change, word by word, what is in conflict, and what to mend in which cell', async () => {
    const { page } = importer;
    const { live } = (await editor.call('GET', '/knowledge/rows/entries/ska-terlambat')).body;
    const draft = { value: live.value, baseRevision: live.revision, version: 0 };
    await editor.call('PUT', '/drafts/entries/ska-terlambat', draft);
    await choose(importer, await aChangedFile((await editor.call('GET', '/excel?table=entries')).body));
    await page.getByText('3 sel harus diperbaiki').waitFor(PATIENCE);
    await page.getByText('Yang akan berubah').scrollIntoViewIfNeeded();
    for (const words of ['tidak ada di daftar peraturan', 'bukan tanggal', 'berisi rumus', 'sari sedang mengerjakan'])
      await page.getByText(words).first().waitFor();
    await page.getByText('Lembar Catatan').waitFor();
    await page.locator('ins').first().waitFor();
    expect(await importer.axe()).toEqual([]);
    expect(await importer.shoot('console-excel-preview-desktop')).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await importer.axe()).toEqual([]);
    await page.getByText('3 sel harus diperbaiki').scrollIntoViewIfNeeded();
    expect(await importer.shoot('console-excel-preview-phone')).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    expect((await editor.call('GET', '/reviews')).body.bundles).toEqual([]);
  });

  it('writes drafts once they are applied, and a second person publishes them together', async () => {
    await importer.page.getByLabel('Dari mana perubahan ini').fill('Rapat dengan Kanwil, November');
    await importer.page.getByRole('button', { name: 'Terapkan 2 baris' }).click();
    await importer.page.getByText('2 rancangan menunggu tinjauan').waitFor(PATIENCE);
    await importer.shoot('console-excel-applied-desktop');
    const { page } = reviewer;
    await reviewer.open('/tinjauan');
    await page.getByText('Rapat dengan Kanwil, November').waitFor();
    await page.getByRole('link', { name: 'Impor Excel, 2 baris' }).click();
    await page.locator('ins').first().waitFor();
    expect(await reviewer.axe()).toEqual([]);
    expect(await reviewer.shoot('console-bundle-desktop')).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await reviewer.axe()).toEqual([]);
    expect(await reviewer.shoot('console-bundle-phone')).toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.getByRole('button', { name: 'Periksa dan terbitkan' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(/Dari .* pertanyaan|pertanyaan akan mendapat/).waitFor(PATIENCE);
    const accept = dialog.getByRole('checkbox');
    if (await accept.count()) await accept.check();
    await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Sudah dicocokkan');
    expect(await reviewer.axe()).toEqual([]);
    await reviewer.shoot('console-bundle-gate-desktop');
    await dialog.getByRole('button', { name: 'Terbitkan' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await reviewer.open('/pengetahuan/entries/ska-transit');
    await page.getByText('Terbit, revisi 2').waitFor();
    expect(reviewer.faults).toEqual([]);
  });

  it('says what is wrong with a file that is none of ours', async () => {
    await importer.open('/pengetahuan/excel');
    await choose(importer, Buffer.from('Kunci;Judul'));
    await importer.page.getByText('Ini bukan berkas .xlsx.').waitFor(PATIENCE);
  });

  it('shows nothing of a script that a cell holds but its words', async () => {
    const { page } = importer;
    await page.evaluate(() => Object.assign(window, { isHit: false }));
    const words = '<img src=x onerror="window.isHit=true"><script>window.isHit=true</script>';
    const head = ['Kunci', 'Judul (Indonesia)', 'Judul (Inggris)', 'Penerbit', 'Tingkat', words];
    await choose(importer, await aWorkbook({ 'Dokumen sumber': [head, ['jahat', words, words, words, words]] }));
    await page.getByText(`"${words}" tidak ada dalam pilihan`).waitFor(PATIENCE);
    await page.getByText(`Kolom ${words}`).waitFor();
    expect(await page.evaluate(() => (window as unknown as { isHit: boolean }).isHit)).toBe(false);
  });
});

describe('a proposal of a changed file', () => {
  it('is shown beside what staff wrote, and is a draft once accepted', async () => {
    const storage = await openTestStorage(app.config.databaseUrl);
    const store = openKnowledgeStore(storage.db);
    const files = fileRowsOf(loadKnowledge('knowledge')).map((file) => {
      if (file.key !== 'ska-transit') return file;
      const value = { ...(file.value as object), title: { id: 'Transit, judul baru dari berkas', en: 'Transit' } };
      return { ...file, value, hash: contentHash(value) };
    });
    await store.mergeFiles(files, mergeRow, new Date());
    await storage.close();
    const { page } = reviewer;
    await reviewer.open('/tinjauan');
    // The list is read anew after ten seconds; nobody waits for that here.
    await page.reload();
    await page.getByText('Petugas sudah mengubah baris ini').waitFor();
    expect(await reviewer.axe()).toEqual([]);
    expect(await reviewer.shoot('console-proposal-desktop')).toBeLessThanOrEqual(0);
    await page.getByRole('textbox', { name: 'Alasan' }).fill('Judulnya lebih baik');
    await page.getByRole('button', { name: 'Terima sebagai rancangan' }).click();
    await page.getByText('Judulnya lebih baik').waitFor();
    await page.getByText('Petugas sudah mengubah baris ini').waitFor({ state: 'hidden' });
  });
});

describe('rows out of use, and the calendar', () => {
  it('are retired by two people, listed, and restored with one press', async () => {
    const { page } = importer;
    await importer.open('/pengetahuan/documents/fta-s57');
    await page.getByRole('button', { name: 'Tarik dari peredaran' }).click();
    await page.getByText('Rancangan ini menarik isi dari peredaran.').waitFor();
    const other = reviewer.page;
    await reviewer.open('/pengetahuan/documents/fta-s57');
    await other.getByRole('button', { name: 'Tinjau dan terbitkan' }).click();
    const dialog = other.getByRole('dialog');
    await dialog.getByText('tidak ada yang jawabannya berubah').waitFor(PATIENCE);
    await dialog.getByRole('textbox', { name: 'Alasan' }).fill('Tidak dipakai lagi');
    await dialog.getByRole('button', { name: 'Terbitkan', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await reviewer.open('/pengetahuan/documents?keadaan=retired');
    await other.getByText('Ditarik').first().waitFor();
    await other.locator('main table').getByRole('link').first().click();
    await other.getByText('Isi ini tidak lagi dipakai bot.').waitFor();
    expect(await reviewer.axe()).toEqual([]);
    await reviewer.shoot('console-retired-desktop');
    await other.getByRole('button', { name: 'Pulihkan' }).click();
    await other.getByRole('dialog').getByRole('button', { name: 'Pulihkan' }).click();
    await other.getByText('Terbit, revisi 3').waitFor();
  });

  it('take joint leave and exceptions, which promises keep to at once', async () => {
    const { page } = importer;
    await importer.open('/pengetahuan');
    await page.getByRole('combobox', { name: 'Tabel' }).click();
    await page.getByRole('option', { name: 'Hari libur' }).click();
    await page.getByRole('heading', { name: 'Hari libur dan cuti bersama' }).waitFor();
    await page.goto(`${app.url}/console#/pengetahuan/hari-libur?tahun=2026`);
    await page.getByRole('button', { name: 'Catat hari' }).click();
    await page.getByLabel('Tanggal').fill('2026-12-24');
    await page.getByLabel('Keterangan').fill('Cuti bersama Natal');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByText('Cuti bersama Natal').waitFor();
    await page.getByRole('button', { name: 'Jadikan hari kerja, Senin, 17 Agustus 2026' }).click();
    await page.getByRole('button', { name: 'Hapus catatan, Senin, 17 Agustus 2026' }).waitFor();
    const { days } = (await editor.call('GET', '/holidays?year=2026')).body;
    const kept = days.filter(({ isOwn }: { isOwn: boolean }) => isOwn);
    expect(kept.map(({ day, isOff }: { day: string; isOff: boolean }) => [day, isOff])).toEqual([
      ['2026-08-17', false],
      ['2026-12-24', true],
    ]);
    await importer.shoot('console-calendar-desktop');
    await page.getByRole('button', { name: 'Hapus catatan, Senin, 17 Agustus 2026' }).click();
    await page.getByRole('button', { name: 'Jadikan hari kerja, Senin, 17 Agustus 2026' }).waitFor();
  });
});

describe('pages of Excel and the calendar', () => {
  it.each([
    ['excel', '/pengetahuan/excel'],
    ['hari-libur', '/pengetahuan/hari-libur?tahun=2026'],
  ])('show %s clean to axe and no wider than the screen', async (name, path) => {
    for (const isPhone of [false, true]) {
      const tab = await openConsoleTab(browser, app.url, BUDI, isPhone);
      await tab.open(path);
      await tab.page.waitForLoadState('networkidle');
      expect(await tab.shoot(`console-${name}-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
      expect(await tab.axe()).toEqual([]);
      expect(tab.faults).toEqual([]);
      await tab.close();
    }
  });
});
