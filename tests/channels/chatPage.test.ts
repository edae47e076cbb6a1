import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openChatPage } from '../../src/channels/chatPage/index.ts';
import { folderOfPage } from '../../src/pageBuild/index.ts';
import { serve, type TestHttp } from '../support/testHttp.ts';

let http: TestHttp;
let html: string;
beforeAll(async () => {
  let answers = 0;
  const random = (bytes: number) => Buffer.alloc(bytes, ++answers);
  const folder = folderOfPage('chatPage');
  http = await serve([await openChatPage({ folder, random, publicUrl: 'https://fta.example.go.id' })]);
  html = await (await fetch(http.url)).text();
});
afterAll(() => http.stop());

/** As the bytes come: `fetch` would unpack them. */
async function ask(path: string, encodings: string) {
  const { request } = await import('node:http');
  const { promise, resolve, reject } = Promise.withResolvers<{ headers: Record<string, unknown>; body: Buffer }>();
  request(`${http.url}${path}`, { headers: { 'accept-encoding': encodings } }, async (reply) => {
    resolve({ headers: reply.headers, body: Buffer.concat(await reply.toArray()) });
  })
    .on('error', reject)
    .end();
  return promise;
}

describe('GET /', () => {
  it('is Indonesian unless the link says English', async () => {
    const languages = await Promise.all(
      ['/', '/?lang=id', '/?lang=xx', '/?lang=en'].map(async (path) =>
        (await (await fetch(`${http.url}${path}`)).text()).match(/<html lang="(..)">/)?.at(1),
      ),
    );
    expect(languages).toEqual(['id', 'id', 'id', 'en']);
  });

  it('allows its own scripts only, and styles by a nonce that is new each time', async () => {
    const [first, second] = await Promise.all([fetch(http.url), fetch(http.url)]);
    const policy = first.headers.get('content-security-policy') ?? '';
    const nonce = policy.match(/style-src 'nonce-([\w-]+)'/)?.at(1) ?? 'none';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'nonce-[\w-]+';/);
    expect(policy).toContain("connect-src 'self' wss://fta.example.go.id;");
    expect(await first.text()).toContain(`<style nonce="${nonce}">`);
    expect(second.headers.get('content-security-policy')).not.toBe(policy);
  });

  it('has no script, style or handler within the page itself', () => {
    expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|\sstyle="|\son\w+="|\{\{|%nonce%/);
  });

  it('names every script that will be needed', () => {
    const scripts = html.match(/\/assets\/[\w-]+\.js/g) ?? [];
    expect(new Set(scripts).size).toBe(scripts.length);
    expect(scripts.some((name) => name.includes('Talk'))).toBe(true);
  });

  it('is asked for again each time, packed as the browser likes', async () => {
    const packed = await ask('/', 'gzip, br');
    expect(packed.headers).toMatchObject({ 'cache-control': 'no-cache', 'content-encoding': 'br' });
    expect(brotliDecompressSync(packed.body).toString()).toContain('<html lang="id">');
    const plain = await ask('/', 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
  });
});

describe('GET /assets/…', () => {
  const script = () => html.match(/\/assets\/Talk-[\w-]+\.js/)?.at(0) ?? '';

  it('is kept for ever, and packed beforehand', async () => {
    const [brotli, gzip, plain] = await Promise.all(['br', 'gzip', 'identity'].map((each) => ask(script(), each)));
    expect(brotli?.headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-encoding': 'br',
      'content-type': 'text/javascript; charset=utf-8',
      vary: 'accept-encoding',
    });
    expect(brotliDecompressSync(brotli?.body ?? '')).toEqual(plain?.body);
    expect(gunzipSync(gzip?.body ?? '')).toEqual(plain?.body);
  });

  it('does not send what the browser refuses', async () => {
    expect((await ask(script(), 'br;q=0, gzip')).headers['content-encoding']).toBe('gzip');
  });

  it('serves its own files and no others', async () => {
    const paths = ['/assets/none.js', `${script()}.br`, '/assets/..%2f.fingerprint', '/assets/../index.id.html'];
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${http.url}${path}`)).status));
    expect(statuses).toEqual([404, 404, 404, 404]);
  });
});
