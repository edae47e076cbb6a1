import { once } from 'node:events';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Refusal } from '../../../src/channels/http/index.ts';
import { heard, sayRaw } from '../../support/rawHttp.ts';
import { serve, type TestHttp } from '../../support/testHttp.ts';

const SECRET_WORDS = 'nomor-telepon-eksportir';
const LIMIT = 1_000;

let http: TestHttp;
beforeAll(async () => {
  http = await serve([
    {
      routes: [
        {
          method: 'POST',
          path: '/echo/:name',
          maxBodyBytes: LIMIT,
          handle: (request) => ({ status: 200, body: { got: request.json() ?? null, name: request.params.name } }),
        },
        {
          method: 'GET',
          path: '/bug',
          handle: () => {
            throw new Error(SECRET_WORDS);
          },
        },
        {
          method: 'GET',
          path: '/refused',
          handle: () => {
            throw new Refusal(429, 'TooMany', 'Slow down.', { 'retry-after': '3' });
          },
        },
        { method: 'GET', path: '/files/*', handle: ({ params }) => ({ status: 200, body: params }) },
      ],
    },
  ]);
});
afterAll(() => http.stop());

/** The process lives and answers properly. */
async function expectAlive() {
  const reply = await post('{"a":1}');
  expect([reply.status, await reply.json()]).toEqual([200, { got: { a: 1 }, name: 'x' }]);
}

function post(body: string | Buffer, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
  return fetch(`${http.url}/echo/x`, { ...init, body: new Uint8Array(Buffer.from(body)) });
}

async function codeOf(reply: Response): Promise<unknown> {
  const { error } = (await reply.json()) as { error: { code: string } };
  return [reply.status, error.code];
}

describe('bodies', () => {
  it('are refused when packed, bomb or not', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    expect(await codeOf(await post(bomb, { 'content-encoding': 'gzip' }))).toEqual([415, 'EncodedBody']);
    for (const encoding of ['gzip', 'deflate', 'br', 'identity', 'nonsense', 'gzip, gzip'])
      expect(await codeOf(await post('\u0001', { 'content-encoding': encoding }))).toEqual([415, 'EncodedBody']);
    await expectAlive();
  });

  it('are refused over the limit, declared or not', async () => {
    const large = JSON.stringify('x'.repeat(LIMIT));
    expect(await codeOf(await post(large))).toEqual([413, 'BodyTooLarge']);
    const chunk = `${(500).toString(16)}\r\n${'x'.repeat(500)}\r\n`;
    const head =
      'POST /echo/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect(await sayRaw(http.port, `${head}${chunk.repeat(3)}0\r\n\r\n`)).toMatch(/^HTTP\/1.1 413 /);
    await expectAlive();
  });

  it('are cut off when they never end', async () => {
    const head =
      'POST /echo/x HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 900000000\r\n\r\n';
    const socket = connect(http.port, '127.0.0.1');
    socket.write(head);
    const timer = setInterval(() => socket.write(Buffer.alloc(100_000)), 10);
    const answer = await heard(socket);
    clearInterval(timer);
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    await expectAlive();
  });

  it('are refused when they are no JSON', async () => {
    for (const broken of ['{', 'undefined', '\u0000', '{"a":1}}', Buffer.from([0x22, 0xff, 0x22]), '['.repeat(900)])
      expect(await codeOf(await post(broken))).toEqual([400, 'BrokenJson']);
    expect(await codeOf(await post('a=1', { 'content-type': 'text/plain' }))).toEqual([415, 'NotJson']);
    await expectAlive();
  });

  it('may be missing', async () => {
    expect(await (await post('')).json()).toEqual({ got: null, name: 'x' });
  });

  it('leave nothing behind when the client hangs up', async () => {
    const socket = connect(http.port, '127.0.0.1');
    socket.write('POST /echo/x HTTP/1.1\r\nHost: x\r\nContent-Length: 500\r\n\r\n{"a"');
    await once(socket, 'connect');
    socket.destroy();
    await expectAlive();
  });
});

describe('addresses', () => {
  it('that nobody serves are not found, and not repeated', async () => {
    const reply = await fetch(`${http.url}/no/<script>${SECRET_WORDS}?token=${SECRET_WORDS}`);
    const text = await reply.text();
    expect(reply.status).toBe(404);
    expect(text).toBe('{"error":{"code":"NotFound","message":"Nothing is here."}}');
  });

  it('answer other methods with what they take', async () => {
    const reply = await fetch(`${http.url}/bug`, { method: 'DELETE' });
    expect([reply.status, reply.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('that cannot be read are refused', async () => {
    const targets = ['//', '/%', '/%zz', '/%00', '*', 'http://[', 'a', '/files/%c0%af', `/${'a'.repeat(15_000)}`];
    for (const target of targets) {
      const answer = await sayRaw(http.port, `GET ${target} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
      expect([target.slice(0, 20), answer.slice(0, 12)]).toEqual([
        target.slice(0, 20),
        expect.stringMatching(/^HTTP\/1.1 4/),
      ]);
    }
    await expectAlive();
  });

  it('of a hostile host are refused', async () => {
    for (const host of ['a b', '[', '@', 'x:99999999', '/../', '%'])
      expect(await sayRaw(http.port, `GET /bug HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)).toMatch(
        /^HTTP\/1.1 4/,
      );
    await expectAlive();
  });

  it('never climb out of their folder', async () => {
    const answer = await sayRaw(http.port, 'GET /files/../../etc HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
  });
});

describe('answers', () => {
  it('of a bug say nothing about it', async () => {
    const reply = await fetch(`${http.url}/bug`);
    const text = await reply.text();
    expect([reply.status, text.includes(SECRET_WORDS)]).toEqual([500, false]);
    expect(reply.headers.get('x-request-id')).toMatch(/^request-\d+$/);
  });

  it('of a refusal carry its code and headers', async () => {
    const reply = await fetch(`${http.url}/refused`);
    expect(reply.headers.get('retry-after')).toBe('3');
    expect(await codeOf(reply)).toEqual([429, 'TooMany']);
  });

  it('carry the safe headers, whatever the client accepts', async () => {
    const reply = await fetch(`${http.url}/none`, { headers: { accept: 'text/html' } });
    const names = ['x-content-type-options', 'referrer-policy', 'content-security-policy', 'cache-control', 'server'];
    expect(names.map((name) => reply.headers.get(name))).toEqual([
      'nosniff',
      'no-referrer',
      expect.stringContaining("frame-ancestors 'none'"),
      'no-store',
      null,
    ]);
  });

  it('to HEAD have no body', async () => {
    const reply = await fetch(`${http.url}/files/a`, { method: 'HEAD' });
    expect([reply.status, await reply.text()]).toEqual([200, '']);
  });
});

describe('lines that are no HTTP', () => {
  it('are answered with 400 and closed', async () => {
    for (const bytes of ['\u0000\u0001\u0002\r\n\r\n', 'GET\r\n\r\n', Buffer.from('1603010200010001fc0303', 'hex')])
      expect(await sayRaw(http.port, bytes)).toMatch(/^HTTP\/1.1 400 /);
    await expectAlive();
  });

  it('with too large a header are refused', async () => {
    const header = `X-A: ${'a'.repeat(20_000)}\r\n`;
    expect(await sayRaw(http.port, `GET / HTTP/1.1\r\nHost: x\r\n${header}\r\n`)).toMatch(/^HTTP\/1.1 431 /);
  });

  it('that hide a second request are refused', async () => {
    const both = 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n';
    expect(await sayRaw(http.port, `POST /echo/x HTTP/1.1\r\nHost: x\r\n${both}\r\n0\r\n\r\nGET /`)).toMatch(
      /^HTTP\/1.1 400 /,
    );
  });

  it('that drip are closed within twenty seconds', async () => {
    const socket = connect(http.port, '127.0.0.1');
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n');
    const begun = performance.now();
    const timer = setInterval(() => socket.write('X-A: b\r\n'), 1_000);
    const answer = await heard(socket);
    clearInterval(timer);
    expect(answer).toMatch(/^HTTP\/1.1 408 /);
    expect(performance.now() - begun).toBeLessThan(20_000);
  });
});
