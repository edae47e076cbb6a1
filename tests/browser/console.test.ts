import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { encode } from 'uqr';
import { PASSWORD, theAdministrator } from '../console/support/consoleClient.ts';
import { totp } from '../console/support/totp.ts';
import { startOidcProvider } from '../support/oidcProvider.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { type ConsoleTab, openConsoleTab } from './support/consoleTab.ts';
import { openBrowser } from './support/openBrowser.ts';

const RATNA = { email: 'ratna@jatengprov.go.id', password: PASSWORD };

let app: TestApp;
let browser: Browser;
let tab: ConsoleTab;

beforeAll(async () => {
  app = await startTestApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.remove();
});

describe('the console', () => {
  it('makes the first administrator and lets them in', async () => {
    tab = await openConsoleTab(browser, app.url, null);
    const { page } = tab;
    await page.goto(String(app.firstAdministratorLink).replace(/^.*\/console/, `${app.url}/console`));
    await page.getByLabel('Alamat e-mail').fill(RATNA.email);
    await page.getByLabel('Nama lengkap').fill('Bu Ratna');
    await page.locator('input[autocomplete="new-password"]').fill(PASSWORD);
    expect(await tab.axe()).toEqual([]);
    await tab.shoot('console-invitation');
    await page.getByRole('button', { name: 'Simpan' }).click();
    await page.getByRole('button', { name: 'Ke halaman masuk' }).click();
    await page.getByLabel('Alamat e-mail').waitFor();
    expect(await tab.axe()).toEqual([]);
    await tab.shoot('console-sign-in');
    await tab.close();
    tab = await openConsoleTab(browser, app.url, RATNA);
    expect(await tab.page.locator('header').textContent()).toContain('Bu Ratna');
  });

  it('weighs at most 300 kB, packed, until the first page stands', async () => {
    const other = await openConsoleTab(browser, app.url, null);
    const bytes = await other.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.includes('/console/assets/'))
        .reduce((sum, entry) => sum + (entry as PerformanceResourceTiming).encodedBodySize, 0),
    );
    await other.close();
    process.stderr.write(`console, first view: ${Math.round(bytes / 1000)} kB\n`);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThan(300_000);
  });

  it.each([
    ['petugas', false],
    ['petugas', true],
    ['catatan', false],
    ['catatan', true],
    ['akun', false],
    ['akun', true],
  ])('shows %s clean to axe and no wider than the screen (phone: %s)', async (name, isPhone) => {
    const other = await openConsoleTab(browser, app.url, RATNA, isPhone);
    await other.open(`/${name}`);
    await other.page.waitForLoadState('networkidle');
    expect(await other.shoot(`console-${name}-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
    expect(await other.axe()).toEqual([]);
    expect(other.faults).toEqual([]);
    await other.close();
  });

  it('keeps what was typed when the session ends, and goes on after signing in over it', async () => {
    await tab.open('/petugas');
    await tab.page.getByRole('button', { name: 'Undang petugas' }).click();
    const dialog = tab.page.getByRole('dialog', { name: 'Undang petugas' });
    await dialog.getByLabel('Alamat e-mail').fill('baru@example.com');
    await tab.page.context().clearCookies();
    await dialog.getByRole('button', { name: 'Kirim undangan' }).click();
    const over = tab.page.getByRole('dialog', { name: 'Sesi Anda sudah berakhir' });
    await over.locator('input[autocomplete="current-password"]').fill(PASSWORD);
    await over.getByRole('button', { name: 'Masuk' }).click();
    await over.waitFor({ state: 'hidden' });
    expect(await dialog.getByLabel('Alamat e-mail').inputValue()).toBe('baru@example.com');
    await dialog.getByRole('button', { name: 'Kirim undangan' }).click();
    await dialog.getByText('/console#/undangan/').waitFor();
  });

  it('turns on the second factor by a picture for the camera, and asks for it from then on', async () => {
    const phone = await openConsoleTab(browser, app.url, RATNA, true);
    await phone.open('/akun');
    const card = phone.page.locator('form', { hasText: 'Nyalakan' });
    await card.locator('input').fill(PASSWORD);
    await card.getByRole('button', { name: 'Nyalakan' }).click();
    const picture = phone.page.getByRole('img', { name: 'Kode QR' });
    await picture.scrollIntoViewIfNeeded();
    expect(await phone.axe()).toEqual([]);
    expect(await phone.shoot('console-second-factor-phone')).toBeLessThanOrEqual(0);
    const link = await phone.page.getByRole('link', { name: 'Buka langsung di ponsel ini' }).getAttribute('href');
    expect(await darkModules(phone.page)).toEqual(encode(String(link), { ecc: 'M', border: 4 }).data);
    const key = new URL(String(link)).searchParams.get('secret') ?? '';
    expect((await phone.page.locator('pre').first().textContent())?.replaceAll(' ', '')).toBe(key);
    await phone.page.getByLabel('Ketik enam angka').fill(totp(key, Date.now()));
    await phone.page.getByRole('button', { name: 'Konfirmasi' }).click();
    await phone.page.getByText('Menyala').waitFor();
    expect(phone.faults).toEqual([]);
    await phone.close();

    const desk = await openConsoleTab(browser, app.url, null);
    await desk.page.getByLabel('Alamat e-mail').fill(RATNA.email);
    await desk.page.locator('input[autocomplete="current-password"]').fill(PASSWORD);
    await desk.page.getByRole('button', { name: 'Masuk' }).click();
    await desk.page.getByLabel('Kode dari aplikasi').fill(totp(key, Date.now()));
    await desk.shoot('console-second-step');
    expect(await desk.axe()).toEqual([]);
    await desk.page.getByRole('button', { name: 'Masuk' }).click();
    await desk.page.locator('main h1').first().waitFor();
    await desk.close();
  });
});

describe('single sign-on in the browser', () => {
  it('leads over the provider to where one wanted to go, and says when one is not of the staff', async () => {
    const provider = await startOidcProvider();
    const { issuer, clientId, clientSecret } = provider;
    const other = await startTestApp({ config: { singleSignOn: { issuer, clientId, clientSecret } } });
    await theAdministrator(other.url, other.firstAdministratorLink);
    for (const isPhone of [false, true]) {
      const visitor = await openConsoleTab(browser, other.url, null, isPhone);
      const { page } = visitor;
      await page.getByLabel('Alamat e-mail').waitFor();
      expect(await visitor.axe()).toEqual([]);
      expect(await visitor.shoot(`console-sso-${isPhone ? 'phone' : 'desktop'}`)).toBeLessThanOrEqual(0);
      provider.next = { claims: { sub: 'x', email: 'orang@example.com', email_verified: true } };
      await page.getByRole('button', { name: 'Masuk dengan akun instansi' }).click();
      await page.getByText('belum terdaftar sebagai petugas').waitFor();
      expect(await visitor.axe()).toEqual([]);
      await visitor.shoot(`console-sso-refused-${isPhone ? 'phone' : 'desktop'}`);
      await page.goto(`${other.url}/console#/akun`);
      await page.reload();
      provider.next = { claims: { sub: 'r', email: RATNA.email, email_verified: true } };
      await page.getByRole('button', { name: 'Masuk dengan akun instansi' }).click();
      await page.getByRole('heading', { name: 'Bu Ratna' }).waitFor();
      expect(new URL(page.url()).hash).toBe('#/akun');
      expect(visitor.faults).toEqual([]);
      await visitor.close();
    }
    await other.remove();
    await provider.stop();
  }, 120_000);
});

/** The code as a camera sees it, read back from its picture. */
async function darkModules(page: Page): Promise<boolean[][]> {
  const svg = page.getByRole('img', { name: 'Kode QR' });
  const size = Number((await svg.getAttribute('viewBox'))?.split(' ').at(-1));
  const rows = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  const path = String(await svg.locator('path').getAttribute('d'));
  for (const [, x, y, length] of path.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    rows[Number(y)]?.fill(true, Number(x), Number(x) + Number(length));
  return rows;
}
