import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext } from 'playwright-core';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { type ChatTab, openChat } from './support/chatPage.ts';
import { openBrowser, openProfile, PHONE } from './support/openBrowser.ts';

let app: TestApp;
let browser: Browser;
const profiles: BrowserContext[] = [];
const tabs: ChatTab[] = [];

beforeAll(async () => {
  [app, browser] = await Promise.all([startTestApp(), openBrowser()]);
}, 180_000);
afterEach(async () => {
  const faults = tabs.splice(0).flatMap((tab) => tab.faults);
  await Promise.all(profiles.splice(0).map((profile) => profile.close()));
  expect(faults).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await app?.remove();
});

async function newExporter(): Promise<BrowserContext> {
  const profile = await openProfile(browser, PHONE);
  profiles.push(profile);
  return profile;
}

async function open(profile: BrowserContext, path = '/'): Promise<ChatTab> {
  const tab = await openChat(profile, `${app.url}${path}`);
  tabs.push(tab);
  return tab;
}

const isAnswered = (said: readonly string[]) => said.at(-1)?.startsWith('bot: ') === true && said.length > 2;

describe('a talk on the page', () => {
  it('welcomes, and answers a question with its source', async () => {
    const tab = await open(await newExporter());
    await tab.saidUntil((said) => said.length === 1);
    await tab.ask('form apa untuk ekspor ke Korea?');
    const said = await tab.saidUntil(isAnswered);
    expect(said[0]).toContain('Selamat datang di FTA Center Jawa Tengah');
    expect(said[1]).toBe('exporter: form apa untuk ekspor ke Korea?');
    expect(said[2]).toMatch(/Korea[\s\S]*Sumber: /);
    expect(said).toHaveLength(3);
  });

  it('shows the detail on a tap, and thanks for a thumb', async () => {
    const tab = await open(await newExporter());
    await tab.ask('cara mengurus SKA');
    await tab.saidUntil(isAnswered);
    await tab.tap(/Membantu/);
    expect((await tab.saidUntil((said) => said.length === 5)).slice(3)).toEqual([
      'exporter: Membantu',
      'bot: Terima kasih, senang bisa membantu.',
    ]);
    await tab.ask('cara mengurus SKA');
    await tab.saidUntil((said) => said.length === 7);
    await tab.tap('Selengkapnya');
    const said = await tab.saidUntil((all) => all.length === 9);
    expect(said[7]).toBe('exporter: Selengkapnya');
    expect(said[8]?.length).toBeGreaterThan(300);
  });

  it('asks the topic that is tapped, also before the talk has been loaded', async () => {
    const tab = await open(await newExporter());
    await tab.page.getByRole('link', { name: 'Cara mengurus SKA' }).click();
    const said = await tab.saidUntil(isAnswered);
    expect(said[1]).toBe('exporter: Bagaimana cara mengurus SKA?');
    expect(said[2]).toContain('e-SKA');
  });

  it('begins with the topic of a poster, once', async () => {
    const tab = await open(await newExporter(), '/?topic=tertahan');
    const said = await tab.saidUntil(isAnswered);
    expect(said[1]).toBe('exporter: Barang ekspor saya tertahan, siapa yang bisa membantu?');
    await tab.page.reload();
    await tab.saidUntil((all) => all.length >= 3);
    await tab.ask('terima kasih');
    expect(await tab.saidUntil((all) => all.length === 5)).toEqual([
      ...said,
      'exporter: terima kasih',
      expect.any(String),
    ]);
  });

  it('leaves other words of a link to the exporter to send', async () => {
    const tab = await open(await newExporter(), '/?topic=ekspor%20sapu%20lidi%20ke%20Jepang');
    await tab.saidUntil((said) => said.length === 1);
    await tab.page.waitForFunction(() => document.querySelector('textarea')?.value !== '');
    expect(await tab.box.inputValue()).toBe('ekspor sapu lidi ke Jepang');
  });

  it('is found again after a reload, each word once', async () => {
    const tab = await open(await newExporter());
    await tab.ask('form apa untuk ekspor ke Jepang?');
    const before = await tab.saidUntil(isAnswered);
    await tab.page.reload();
    expect(await tab.saidUntil((said) => said.length === before.length)).toEqual(before);
    await tab.ask('terima kasih');
    const after = await tab.saidUntil((said) => said.length === before.length + 2);
    expect(after.slice(0, before.length)).toEqual(before);
  });

  it('goes on in English when the language is switched', async () => {
    const tab = await open(await newExporter());
    await tab.ask('form apa untuk ekspor ke Jepang?');
    const before = await tab.saidUntil(isAnswered);
    await tab.page.getByRole('link', { name: 'EN' }).click();
    const after = await tab.saidUntil((said) => said.length === before.length + 1);
    expect(after).toEqual([...before, 'bot: Fine, I will answer in English.']);
    expect(await tab.box.getAttribute('placeholder')).toBe('Write your question');
    expect(new URL(tab.page.url()).search).toBe('?lang=en');
    await tab.page.goto(`${app.url}/`);
    await tab.saidUntil((said) => said.length === after.length);
    expect(await tab.page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('speaks English from the beginning by ?lang=en', async () => {
    const tab = await open(await newExporter(), '/?lang=en');
    const said = await tab.saidUntil((all) => all.length === 1);
    expect(said[0]).toContain('Welcome to the FTA Center of Central Java');
    expect(await tab.page.title()).toBe('FTA Center of Central Java: ask about exporting');
  });

  it('shows HTML and Markdown of an exporter as the words they are', async () => {
    const tab = await open(await newExporter());
    const hostile =
      '<img src=x onerror="document.title=1"> <script>document.title=2</script> **tebal** [x](javascript:3)';
    await tab.ask(hostile);
    const said = await tab.saidUntil(isAnswered);
    expect(said[1]).toBe(`exporter: ${hostile}`);
    expect(await tab.page.title()).toBe('FTA Center Jawa Tengah: tanya soal ekspor');
  });

  it('is one talk in two tabs', async () => {
    const exporter = await newExporter();
    const first = await open(exporter);
    await first.ask('form apa untuk ekspor ke Jepang?');
    const before = await first.saidUntil(isAnswered);
    const second = await open(exporter);
    expect(await second.saidUntil((said) => said.length === before.length)).toEqual(before);
    await second.ask('terima kasih');
    const inSecond = await second.saidUntil((said) => said.length === before.length + 2);
    expect(await first.saidUntil((said) => said.length === inSecond.length)).toEqual(inSecond);
  });

  it('is forgotten on request', async () => {
    const tab = await open(await newExporter());
    await tab.ask('form apa untuk ekspor ke Jepang?');
    await tab.saidUntil(isAnswered);
    tab.page.on('dialog', (dialog) => dialog.accept());
    await tab.page.getByRole('button', { name: 'Topik' }).click();
    await tab.page.getByText('Apa yang kami simpan').click();
    await tab.page.getByRole('button', { name: 'Mulai percakapan baru' }).click();
    const said = await tab.saidUntil((all) => all.length === 1);
    expect(said[0]).toContain('Selamat datang');
  });
});
