import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openChat } from './support/chatPage.ts';
import { openBrowser, openProfile, PHONE } from './support/openBrowser.ts';

let app: TestApp;
let browser: Browser;
beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), openBrowser()]);
}, 180_000);
afterAll(async () => {
  await browser?.close();
  await app?.remove();
});

/** Chromium's own "Slow 4G", and a processor four times as slow as this one. */
const SLOW_4G = { offline: false, downloadThroughput: 180_000, uploadThroughput: 84_375, latency: 562.5 };
const CPU_SLOWDOWN = 4;

describe('loading the page', () => {
  it('works on a slow phone', async () => {
    const profile = await openProfile(browser, PHONE);
    const page = await slowPage(profile);
    let bytes = 0;
    const cdp = await profile.newCDPSession(page);
    await cdp.send('Network.enable');
    cdp.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    await page.goto(app.url);
    const readableMs = await page.evaluate(firstPaint);
    await page.locator('textarea').waitFor({ timeout: 40_000 });
    const writableMs = await page.evaluate(() => performance.now());
    await page.locator('.webchat__bubble__content').waitFor();
    const welcomedMs = await page.evaluate(() => performance.now());
    report({ readableMs, writableMs, welcomedMs, kilobytes: bytes / 1024 });
    await page.locator('textarea').fill('form apa untuk ekspor ke Jepang?');
    await page.locator('textarea').press('Enter');
    await page.locator('.webchat__bubble__content').nth(2).waitFor();
    await profile.close();
  });

  it('is readable before a script has run, with topics that lead on', async () => {
    const profile = await browser.newContext({ javaScriptEnabled: false });
    const page = await profile.newPage();
    await page.goto(`${app.url}/?lang=en`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('FTA Center Central Java');
    const topic = page.getByRole('link', { name: 'Certificate of origin' });
    expect(await topic.getAttribute('href')).toBe('/?lang=en&topic=ska');
    expect(await (await fetch(`${app.url}/?lang=en`)).text()).toMatch(/<noscript>.*This page needs JavaScript/);
    await profile.close();
  });

  it('says so when a part of it does not arrive, and loads it on a tap', async () => {
    const profile = await openProfile(browser, PHONE);
    await profile.route(/\/assets\/Talk-/, (route) => route.abort());
    const { page, saidUntil } = await openChat(profile, app.url);
    await page.getByText('Halaman ini belum termuat seluruhnya').waitFor();
    await profile.unrouteAll();
    await page.getByRole('link', { name: 'Muat ulang' }).click();
    expect(await saidUntil((said) => said.length === 1)).toHaveLength(1);
    await profile.close();
  });

  it('keeps the box in sight when the keyboard takes half of a small screen', async () => {
    const profile = await openProfile(browser, { ...PHONE, height: 640 });
    const { page, box, shoot } = await openChat(profile, app.url);
    await box.waitFor();
    await page.setViewportSize({ width: 360, height: 340 });
    await box.focus();
    const { y = 0, height = 0 } = (await box.boundingBox()) ?? {};
    expect([y > 0, y + height <= 340]).toEqual([true, true]);
    await shoot('keyboard-phone');
    await profile.close();
  });

  it('asks nobody else for anything, and breaks none of its own rules', async () => {
    const profile = await openProfile(browser, PHONE);
    const tab = await openChat(profile, app.url);
    await tab.ask('mau ekspor gula semut ke Hungaria');
    await tab.saidUntil((said) => said.length > 2);
    await tab.tap('Selengkapnya');
    await tab.saidUntil((said) => said.length > 4);
    expect(tab.faults).toEqual([]);
    await profile.close();
  });
});

async function slowPage(profile: BrowserContext): Promise<Page> {
  const page = await profile.newPage();
  const cdp = await profile.newCDPSession(page);
  await cdp.send('Network.emulateNetworkConditions', SLOW_4G);
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  return page;
}

function firstPaint(): number {
  return performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? Number.NaN;
}

/** Measured and told, not asserted: the machine that runs the tests may be busy. */
function report(figures: Readonly<Record<string, number>>): void {
  const line = Object.entries(figures).map(([name, value]) => `${name} ${Math.round(value)}`);
  process.stderr.write(`chat page on Slow 4G, CPU ${CPU_SLOWDOWN}x slower: ${line.join(', ')}\n`);
}
