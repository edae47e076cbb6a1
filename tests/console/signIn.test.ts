import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import {
  aMember,
  aVisitor,
  type ConsoleClient,
  PASSWORD,
  signedIn,
  theAdministrator,
} from './support/consoleClient.ts';
import { totp } from './support/totp.ts';

let app: TestApp;
let administrator: ConsoleClient;
let now = new Date();

beforeAll(async () => {
  app = await startTestApp({ deps: { now: () => now } });
  administrator = await theAdministrator(app.url, app.firstAdministratorLink);
});
afterAll(() => app.remove());

describe('the first administrator', () => {
  it('is made by the link of the first start, once', async () => {
    const token = app.firstAdministratorLink?.split('/').at(-1);
    const again = { token, name: 'Lain', email: 'lain@example.com', password: PASSWORD };
    expect((await aVisitor(app.url).call('POST', '/invitations/accept', again)).body).toEqual({ kind: 'gone' });
    expect((await administrator.call('GET', '/session')).body.me).toMatchObject({ roles: ['administrator'] });
  });
});

describe('signIn', () => {
  it('sets a cookie that no script reads, for the calls alone', async () => {
    const body = { email: 'RATNA@jatengprov.go.id', password: PASSWORD };
    const { headers } = await aVisitor(app.url).call('POST', '/session', body);
    const cookie = headers.getSetCookie().find((line) => line.includes('session_token')) ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Path=\/api\/console/);
  });

  it('says the same of a wrong password and of an unknown address', async () => {
    const wrong = { email: 'ratna@jatengprov.go.id', password: 'salah sama sekali' };
    const unknown = { email: 'tidak-ada@example.com', password: 'salah sama sekali' };
    for (const body of [wrong, unknown])
      expect((await aVisitor(app.url).call('POST', '/session', body)).body).toEqual({ kind: 'refused' });
  });

  it('is locked after five failures, for an address without an account too, and opens again', async () => {
    await aMember(app.url, administrator, 'dikunci@example.com', ['viewer']);
    for (const email of ['dikunci@example.com', 'hantu@example.com']) {
      for (let n = 0; n < 5; n += 1)
        expect((await aVisitor(app.url).call('POST', '/session', { email, password: 'x' })).body.kind).toBe('refused');
      expect((await aVisitor(app.url).call('POST', '/session', { email, password: PASSWORD })).body.kind).toBe(
        'locked',
      );
    }
    now = new Date(now.getTime() + 61_000);
    await signedIn(app.url, 'dikunci@example.com');
  });

  it('lets nobody in whose account was closed, and ends their sessions', async () => {
    const member = await aMember(app.url, administrator, 'pergi@example.com', ['editor']);
    const { id } = (await member.call('GET', '/session')).body.me;
    await administrator.call('PATCH', `/staff/${id}`, { isActive: false });
    expect((await member.call('GET', '/session')).body.me).toBeNull();
    const body = { email: 'pergi@example.com', password: PASSWORD };
    expect((await aVisitor(app.url).call('POST', '/session', body)).body).toEqual({ kind: 'refused' });
  });

  it('keeps the last administrator', async () => {
    const { id } = (await administrator.call('GET', '/session')).body.me;
    const { body } = await administrator.call('PATCH', `/staff/${id}`, { roles: ['viewer'] });
    expect(body).toEqual({ kind: 'last-administrator' });
  });
});

describe('the second factor', () => {
  it('is asked for once a code of the app was confirmed, and takes a written code once', async () => {
    const member = await aMember(app.url, administrator, 'dua@example.com', ['publisher']);
    const begun = (await member.call('POST', '/account/second-factor', { password: PASSWORD })).body;
    expect(begun.kind).toBe('begun');
    const code = totp(begun.secret, Date.now());
    expect((await member.call('POST', '/account/second-factor/confirm', { code })).body).toEqual({ kind: 'confirmed' });

    const body = { email: 'dua@example.com', password: PASSWORD };
    const visitor = aVisitor(app.url);
    expect((await visitor.call('POST', '/session', body)).body).toEqual({ kind: 'second-factor' });
    expect((await visitor.call('GET', '/staff')).status).toBe(401);
    expect((await visitor.call('POST', '/session/second-factor', { code: '000000' })).body.kind).toBe('refused');
    const right = { code: totp(begun.secret, Date.now()) };
    expect((await visitor.call('POST', '/session/second-factor', right)).body.kind).toBe('signed-in');

    for (const kind of ['signed-in', 'refused']) {
      const other = aVisitor(app.url);
      await other.call('POST', '/session', body);
      expect((await other.call('POST', '/session/second-factor', { code: begun.codes[0] })).body.kind).toBe(kind);
    }
  });
});

describe('sessions', () => {
  it('are listed and ended by their owner, and by nobody else', async () => {
    const one = await aMember(app.url, administrator, 'sesi@example.com', ['viewer']);
    const two = await signedIn(app.url, 'sesi@example.com');
    const { sessions } = (await one.call('GET', '/sessions')).body;
    const other = sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    expect((await administrator.call('DELETE', `/sessions/${other.id}`)).status).toBe(404);
    expect((await one.call('DELETE', `/sessions/${other.id}`)).status).toBe(204);
    expect((await two.call('GET', '/session')).body.me).toBeNull();
  });

  it('end when somebody signs out', async () => {
    const member = await signedIn(app.url, 'sesi@example.com');
    const cookie = member.cookies();
    await member.call('DELETE', '/session');
    expect((await aVisitor(app.url).call('GET', '/session', undefined, { cookie })).body.me).toBeNull();
  });

  it('all end but this one when the password changes', async () => {
    const one = await aMember(app.url, administrator, 'ganti@example.com', ['viewer']);
    const two = await signedIn(app.url, 'ganti@example.com');
    const wanted = 'teh poci gula batu';
    expect((await one.call('POST', '/account/password', { current: PASSWORD, wanted })).body.kind).toBe('changed');
    expect((await one.call('GET', '/session')).body.me).not.toBeNull();
    expect((await two.call('GET', '/session')).body.me).toBeNull();
  });
});
