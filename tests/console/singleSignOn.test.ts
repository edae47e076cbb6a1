import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type NextSignIn, type OidcProvider, startOidcProvider } from '../support/oidcProvider.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { openTestStorage } from '../support/testStorage.ts';
import { aMember, aVisitor, type ConsoleClient, PASSWORD, theAdministrator } from './support/consoleClient.ts';
import { totp } from './support/totp.ts';

let app: TestApp;
let provider: OidcProvider;
let administrator: ConsoleClient;

beforeAll(async () => {
  provider = await startOidcProvider();
  const { issuer, clientId, clientSecret } = provider;
  app = await startTestApp({ config: { singleSignOn: { issuer, clientId, clientSecret } } });
  administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  for (const name of ['sari', 'dua', 'tutup']) await aMember(app.url, administrator, `${name}@example.com`, ['editor']);
});
afterAll(async () => {
  await app.remove();
  await provider.stop();
});

const IN = '/console';
const REFUSED = '/console#/masuk/ditolak';

/** Goes the whole way as a browser does. @returns where it ends, and who is signed in there */
async function goThrough(next: NextSignIn, visitor = aVisitor(app.url)) {
  const back = await askProvider(next, visitor);
  const led = await comeBack(visitor, back);
  const { me } = (await visitor.call('GET', '/session')).body;
  return { led, me, visitor, back };
}

async function askProvider(next: NextSignIn, visitor: ConsoleClient): Promise<URL> {
  provider.next = next;
  const { body } = await visitor.call('POST', '/session/oidc', {});
  expect(body.kind).toBe('begun');
  const response = await fetch(body.address, { redirect: 'manual' });
  return new URL(String(response.headers.get('location')));
}

async function comeBack(visitor: ConsoleClient, back: URL): Promise<string | null> {
  const path = `${back.pathname.replace('/api/console', '')}${back.search}`;
  const { status, headers } = await visitor.call('GET', path, undefined, { 'sec-fetch-site': 'cross-site' });
  expect(status).toBe(303);
  return headers.get('location');
}

const sari = { sub: 'k-1', email: 'Sari@example.com', email_verified: true, name: 'Sari' };

describe('single sign-on', () => {
  it('lets in who has an account, with code, proof, state and nonce, and keeps no token', async () => {
    expect((await aVisitor(app.url).call('GET', '/session')).body).toEqual({ me: null, hasSingleSignOn: true });
    const { led, me, back } = await goThrough({ claims: sari });
    expect([led, me.email, me.roles]).toEqual([IN, 'sari@example.com', ['editor']]);
    expect(back.origin).toBe(app.url);
    expect(provider.seen.at(-1)).toEqual({ scope: 'openid email profile', isProven: true });
    const storage = await openTestStorage(app.config.databaseUrl);
    const rows = await storage.db
      .selectFrom('staff_credentials')
      .selectAll()
      .where('provider_id', '!=', 'credential')
      .execute();
    expect(rows).toEqual([expect.objectContaining({ account_id: 'k-1', access_token: null, id_token: null })]);
    await storage.close();
  });

  it('makes the account of who was invited, once, with the roles of the invitation', async () => {
    await administrator.call('POST', '/staff/invitations', { email: 'undang@example.com', roles: ['case-officer'] });
    const claims = { sub: 'k-2', email: 'undang@example.com', name: 'Pak Undang' };
    const { me } = await goThrough({ claims });
    expect(me).toMatchObject({ name: 'Pak Undang', roles: ['case-officer'] });
    const { invitations } = (await administrator.call('GET', '/staff')).body;
    expect(invitations).toEqual([]);
  });

  it('lets nobody in who is not of the staff, and makes no account for them', async () => {
    const { led, me } = await goThrough({ claims: { sub: 'k-3', email: 'orang@example.com', email_verified: true } });
    expect([led, me]).toEqual([REFUSED, null]);
    const { members } = (await administrator.call('GET', '/staff')).body;
    expect(members.map(({ email }: { email: string }) => email)).not.toContain('orang@example.com');
  });

  const now = Math.floor(Date.now() / 1000);
  const wrong: [string, NextSignIn][] = [
    ['an address that the provider does not trust', { claims: { ...sari, email_verified: false } }],
    ['another nonce', { claims: { ...sari, nonce: 'bukan-ini' } }],
    ['no nonce', { claims: { ...sari, nonce: undefined } }],
    ['another issuer', { claims: { ...sari, iss: 'https://evil.example' } }],
    ['a token for somebody else', { claims: { ...sari, aud: 'aplikasi-lain' } }],
    ['a token that has expired', { claims: { ...sari, iat: now - 900, exp: now - 600 } }],
    ['a token without an end', { claims: { ...sari, exp: undefined } }],
    ['a forged signature', { claims: sari, isForged: true }],
    ['no token', { claims: sari, isBare: true }],
    ['no address', { claims: { ...sari, email: undefined } }],
  ];
  it.each(wrong)('refuses %s', async (_, next) => {
    const { led, me } = await goThrough(next);
    expect([led, me]).toEqual([REFUSED, null]);
  });

  it('takes an answer only in the browser that asked, and only once', async () => {
    const asking = aVisitor(app.url);
    const back = await askProvider({ claims: sari }, asking);
    const victim = aVisitor(app.url);
    expect(await comeBack(victim, back)).toBe(REFUSED);
    expect((await victim.call('GET', '/session')).body.me).toBeNull();
    const { back: used, visitor } = await goThrough({ claims: sari });
    await visitor.call('DELETE', '/session');
    expect(await comeBack(visitor, used)).toBe(REFUSED);
    expect(await comeBack(visitor, new URL(`${used.origin}${used.pathname}?error=access_denied`))).toBe(REFUSED);
  });

  it('asks who has a second factor for it, too', async () => {
    const body = { email: 'dua@example.com', password: PASSWORD };
    const member = aVisitor(app.url);
    await member.call('POST', '/session', body);
    const begun = (await member.call('POST', '/account/second-factor', { password: PASSWORD })).body;
    await member.call('POST', '/account/second-factor/confirm', { code: totp(begun.secret, Date.now()) });
    const { led, me, visitor } = await goThrough({ claims: { sub: 'k-4', email: body.email } });
    expect([led, me]).toEqual(['/console#/masuk/kode', null]);
    expect((await visitor.call('POST', '/session/second-factor', { code: '000000' })).body.kind).toBe('refused');
    const right = { code: totp(begun.secret, Date.now()) };
    expect((await visitor.call('POST', '/session/second-factor', right)).body.kind).toBe('signed-in');
    expect((await visitor.call('GET', '/session')).body.me.email).toBe(body.email);
  });

  it('opens nothing for an account that was closed', async () => {
    const claims = { sub: 'k-5', email: 'tutup@example.com' };
    const { me, visitor } = await goThrough({ claims });
    await administrator.call('PATCH', `/staff/${me.id}`, { isActive: false });
    expect((await visitor.call('GET', '/knowledge')).status).toBe(401);
    const again = await goThrough({ claims });
    expect([again.led, again.me]).toEqual([REFUSED, null]);
    expect((await again.visitor.call('GET', '/knowledge')).status).toBe(401);
  });

  it('is written down, without what was exchanged', async () => {
    const { entries } = (await administrator.call('GET', '/audit?act=finish-single-sign-on&size=100')).body;
    expect(entries).toContainEqual(
      expect.objectContaining({ subject: 'sari@example.com', details: { result: 'signed-in' } }),
    );
    expect(entries.some(({ details }: { details: { result: string } }) => details.result === 'refused')).toBe(true);
    expect(JSON.stringify(entries)).not.toMatch(/code=|state=|eyJ/);
  });

  it('says so when the provider does not answer; passwords go on, and guessing them is slow', async () => {
    const other = await startTestApp({
      config: { singleSignOn: { issuer: 'http://localhost:9/tidak-ada', clientId: 'x', clientSecret: 'y' } },
    });
    const first = await theAdministrator(other.url, other.firstAdministratorLink);
    expect((await aVisitor(other.url).call('POST', '/session/oidc', {})).body).toEqual({ kind: 'unreachable' });
    expect((await first.call('GET', '/session')).body.me).not.toBeNull();
    const body = { token: 'x'.repeat(40) };
    const guesses = Array.from({ length: 130 }, () => aVisitor(other.url).call('POST', '/invitations/read', body));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect([statuses.includes(200), statuses.includes(429)]).toEqual([true, true]);
    await other.remove();
  }, 120_000);
});
