import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright } from 'playwright-core';

/** A screen to look at the page on. */
export interface Screen {
  width: number;
  height: number;
  isPhone: boolean;
}

export const PHONE: Screen = { width: 360, height: 740, isPhone: true };
export const DESKTOP: Screen = { width: 1280, height: 800, isPhone: false };

/**
 * Chromium as it comes with npm, kept from calling anybody. `--no-sandbox` as tests may run as root; what the page may
 * do is not loosened by any of these.
 */
const FLAGS = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-pings',
];

/** Starts a browser; one for a test file. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args: FLAGS });
}

/** Somebody's own browser profile: nothing is shared with others. */
export async function openProfile(browser: Browser, { width, height, isPhone }: Screen): Promise<BrowserContext> {
  return browser.newContext({
    viewport: { width, height },
    isMobile: isPhone,
    hasTouch: isPhone,
    deviceScaleFactor: isPhone ? 2 : 1,
    locale: 'id-ID',
    timezoneId: 'Asia/Jakarta',
  });
}
