import { afterEach, describe, expect, it } from '@jest/globals';
import type { Channel } from '../../../src/channels/http/index.ts';
import { serve, type TestHttp } from '../../support/testHttp.ts';

const whoami: Channel = {
  routes: [{ method: 'GET', path: '/whoami', handle: (request) => ({ status: 200, body: request.clientAddress }) }],
};

let http: TestHttp;
afterEach(() => http.stop());

async function whoIs(isBehindProxy: boolean, forwarded?: string) {
  http = await serve([whoami], isBehindProxy);
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return (await fetch(`${http.url}/whoami`, { headers })).text();
}

describe('clientAddress', () => {
  it('believes nobody without a proxy', async () => {
    expect(await whoIs(false, '203.0.113.9')).toBe('127.0.0.1');
  });

  it('believes the last entry, which our proxy wrote', async () => {
    expect(await whoIs(true, '10.9.9.9, 203.0.113.9')).toBe('203.0.113.9');
  });

  it.each([
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
    ['no address', 'no address'],
  ])('counts %s as %s', async (forwarded, counted) => {
    expect(await whoIs(true, forwarded)).toBe(counted);
  });

  it('falls back to the line itself', async () => {
    expect(await whoIs(true)).toBe('127.0.0.1');
  });
});
