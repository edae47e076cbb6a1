import { mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { type CaseApp, hears, numberIn, startCaseApp } from '../support/caseApp.ts';
import { anExporter, type Exporter } from '../support/exporter.ts';
import { awaitMail, linkIn } from '../support/mailbox.ts';
import { DESKTOP, openBrowser, PHONE } from './support/openBrowser.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
const SHOTS = join(import.meta.dirname, '../.screenshots');
/** What an exporter may type that must never become part of the page. */
const EVIL = '"><img src=x onerror="document.title=\'pwned\'"><script>document.title="pwned"</script> & \' ` $';

let app: CaseApp;
let browser: Browser;

beforeAll(async () => {
  app = await startCaseApp({ 'djbc-bravo': 'kasus@customs.example' });
  browser = await openBrowser();
  await mkdir(SHOTS, { recursive: true });
});

afterAll(async () => {
  await browser.close();
  await app.remove();
});

/** A case of held goods, and the link that the customs got. */
async function aCaseWithLink(place = 'Tanjung Emas'): Promise<{ exporter: Exporter; number: string; link: string }> {
  const exporter = await anExporter(app.url);
  for (const text of ['barang saya tertahan di pelabuhan sekarang', place, 'kemarin', 'ya', 'CV Sari Rasa, Kudus'])
    await exporter.say(text);
  const number = numberIn((await exporter.tap('Setuju dan kirim'))[0]?.text);
  const mail = await awaitMail(app.config.dataDir, `${number}: mohon bantuan`);
  return { exporter, number, link: linkIn(mail) };
}

/** An official's browser: a phone or a desk, with or without script. */
async function openPage(
  link: string,
  { isPhone = false, hasScript = true } = {},
): Promise<[BrowserContext, Page, string[]]> {
  const { width, height } = isPhone ? PHONE : DESKTOP;
  const context = await browser.newContext({
    viewport: { width, height },
    isMobile: isPhone,
    hasTouch: isPhone,
    javaScriptEnabled: hasScript,
    locale: 'id-ID',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await page.goto(link);
  return [context, page, faults];
}

async function axeFaults(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('Page.setBypassCSP', { enabled: true });
  await page.reload();
  await page.addScriptTag({ path: AXE });
  return page.evaluate(async () => {
    const { violations } = await (
      globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } }
    ).axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

describe.each([
  { name: 'a desk with script', isPhone: false, hasScript: true },
  { name: 'a desk without script', isPhone: false, hasScript: false },
  { name: 'a phone with script', isPhone: true, hasScript: true },
  { name: 'a phone without script', isPhone: true, hasScript: false },
])('the page on $name', ({ isPhone, hasScript }) => {
  it('takes an answer, shows it back, and the exporter has it', async () => {
    const { exporter, number, link } = await aCaseWithLink();
    const [context, page] = await openPage(link, { isPhone, hasScript });
    await page.getByText('Jawab', { exact: true }).click();
    await page.getByLabel('Jawaban untuk eksportir').fill('Silakan urus ke loket 3.\nBawa PEB.');
    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    await page.getByText('Terkirim, terima kasih').waitFor();
    expect(await page.locator('main').textContent()).toContain('Silakan urus ke loket 3.Bawa PEB.');
    expect(await hears(exporter, 'loket 3')).toContain(`${number}**: jawaban dari **Bravo Bea Cukai`);
    await context.close();
  });

  it('passes a case on to a unit of the list', async () => {
    const { exporter, link } = await aCaseWithLink();
    const [context, page] = await openPage(link, { isPhone, hasScript });
    await page.getByText('Bukan kewenangan kami', { exact: true }).click();
    await page.getByLabel('Unit yang berwenang').selectOption('lnsw');
    await page.getByLabel('Alasan (dibaca eksportir)').first().fill('Ini gangguan INSW.');
    await page.getByRole('button', { name: 'Teruskan kasus' }).click();
    await page.getByText('tidak di Bravo Bea Cukai').waitFor();
    await hears(exporter, 'Ini gangguan INSW.');
    await context.close();
  });
});

describe('the page', () => {
  it.each([true, false])(
    'is clean to axe and no wider than the screen, forms open and shut (phone: %s)',
    async (isPhone) => {
      const { link } = await aCaseWithLink(
        'Pelabuhan Tanjung Emas, gudang CFS nomor 12, Semarang, kontainer TEGU1234567',
      );
      const [context, page] = await openPage(link, { isPhone });
      const isWider = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect(await axeFaults(page)).toEqual([]);
      expect(await isWider()).toBeLessThanOrEqual(0);
      await page.screenshot({ path: join(SHOTS, `case-reply-${isPhone ? 'phone' : 'desk'}.png`), fullPage: true });
      await page.evaluate(() => {
        for (const one of document.querySelectorAll('details')) {
          one.removeAttribute('name');
          one.open = true;
        }
      });
      expect(await isWider()).toBeLessThanOrEqual(0);
      await page.screenshot({ path: join(SHOTS, `case-reply-open-${isPhone ? 'phone' : 'desk'}.png`), fullPage: true });
      await context.close();
    },
  );

  it('can be used by keyboard alone', async () => {
    const { exporter, link } = await aCaseWithLink();
    const [context, page] = await openPage(link);
    await page.getByText('Minta dokumen/keterangan', { exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Nomor kontainer?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Terkirim').waitFor();
    await hears(exporter, 'Nomor kontainer?');
    await context.close();
  });

  it('speaks English on request, and keeps to it', async () => {
    const { link } = await aCaseWithLink();
    const [context, page] = await openPage(link);
    await page.getByRole('link', { name: 'English' }).click();
    await page.getByText('We need time until').click();
    await page.getByLabel('Until').fill((await page.getByLabel('Until').getAttribute('max')) ?? '');
    await page.getByLabel('Reason (the exporter reads it)').last().fill('Waiting for Tokyo.');
    await page.getByRole('button', { name: 'Send the new date' }).click();
    await page.getByText('Sent, thank you').waitFor();
    expect(await page.getAttribute('html', 'lang')).toBe('en');
    await context.close();
  });

  it('does not lose what one official typed when another was faster', async () => {
    const { link } = await aCaseWithLink();
    const [first, one] = await openPage(link);
    const [second, other] = await openPage(link);
    await other.getByText('Terima kasus', { exact: true }).click();
    await other.getByRole('button', { name: 'Terima kasus ini' }).click();
    await other.getByText('Terkirim').waitFor();
    await one.getByText('Jawab', { exact: true }).click();
    await one.getByLabel('Jawaban untuk eksportir').fill('Jawaban panjang saya.');
    await one.getByRole('button', { name: 'Kirim jawaban' }).click();
    await one.getByRole('alert').waitFor();
    expect(await one.getByLabel('Jawaban untuk eksportir').inputValue()).toBe('Jawaban panjang saya.');
    await one.getByRole('button', { name: 'Kirim jawaban' }).click();
    await one.getByText('Terkirim').waitFor();
    await Promise.all([first.close(), second.close()]);
  });

  it('lets nothing that was typed become a part of it', async () => {
    const { link, number } = await aCaseWithLink(EVIL);
    const [context, page, faults] = await openPage(link);
    expect(await page.title()).toBe(`Kasus ${number}`);
    expect(await page.locator('img, main script').count()).toBe(0);
    expect(await page.locator('dl').textContent()).toContain(EVIL);
    await page.getByText('Jawab', { exact: true }).click();
    await page.getByLabel('Jawaban untuk eksportir').fill(EVIL);
    await page.getByRole('button', { name: 'Kirim jawaban' }).click();
    await page.getByText('Terkirim').waitFor();
    expect(await page.title()).toBe(`Kasus ${number}`);
    expect(await page.locator('img, main script').count()).toBe(0);
    expect(faults).toEqual([]);
    await context.close();
  });

  it('as a mail holds no tag that was typed either', async () => {
    const { number } = await aCaseWithLink(EVIL);
    const mail = await awaitMail(app.config.dataDir, `${number}: mohon bantuan`);
    expect(String(mail.html)).not.toMatch(/<img|<script/);
    const [context, page, faults] = await openPage('about:blank');
    await page.setContent(String(mail.html));
    expect(await page.locator('img, script').count()).toBe(0);
    expect(await page.textContent('body')).toContain(EVIL);
    await page.setViewportSize({ width: 360, height: 740 });
    await page.screenshot({ path: join(SHOTS, 'case-mail-phone.png'), fullPage: true });
    expect(faults).toEqual([]);
    await context.close();
  });

  it('that scanners open changes nothing', async () => {
    const { link } = await aCaseWithLink();
    for (const method of ['GET', 'HEAD', 'GET', 'OPTIONS', 'PUT', 'DELETE']) await fetch(link, { method });
    for (const query of ['?do=answer&words=x', '?sent=answer', '?lang=en&act=accept']) await fetch(link + query);
    const [context, page] = await openPage(link);
    expect(await page.locator('.note').textContent()).toContain('Menunggu tanggapan unit Anda');
    await context.close();
  });

  it('takes only its own forms, and stops who guesses', async () => {
    const { link } = await aCaseWithLink();
    const post = async (body: BodyInit, type?: string) =>
      (await fetch(link, { method: 'POST', body, ...(type && { headers: { 'content-type': type } }) })).status;
    expect(await post('{"do":"accept"}', 'application/json')).toBe(415);
    expect(await post(new URLSearchParams({ do: 'accept' }))).toBe(422);
    expect(await post(new URLSearchParams({ do: 'explode', seen: '1' }))).toBe(422);
    expect(await post(new URLSearchParams({ do: 'answer', seen: '1', words: '   ' }))).toBe(422);
    expect(await post(new URLSearchParams({ do: 'answer', seen: '1', words: 'x'.repeat(6_001) }))).toBe(422);
    expect(await post(new URLSearchParams({ do: 'answer', seen: '1', words: 'x'.repeat(200_000) }))).toBe(413);
    const guesses: number[] = [];
    for (let at = 0; at < 25; at++) guesses.push((await fetch(`${app.url}/cases/reply/guess-${at}`)).status);
    expect(guesses.slice(0, 20)).toEqual(Array(20).fill(404));
    expect(guesses.at(-1)).toBe(429);
    expect((await fetch(link)).status).toBe(200);
  });

  it('may run no script and be framed by nobody', async () => {
    const { link } = await aCaseWithLink();
    const policy = (await fetch(link)).headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/default-src 'none'.*form-action 'self'.*frame-ancestors 'none'/);
    expect(policy).not.toMatch(/unsafe|script-src/);
  });
});
