import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import en from '../../locales/en/console.json' with { type: 'json' };
import id from '../../locales/id/console.json' with { type: 'json' };
import { EVERY_CALL } from '../../src/console/contract/everyCall.ts';
import { ACT_NAMES, mayDo, ROLES, type Role } from '../../src/staff/index.ts';
import { startTestApp, type TestApp } from '../support/testApp.ts';
import { aMember, aVisitor, type ConsoleClient, signedIn, theAdministrator } from './support/consoleClient.ts';
import { ROLES_OF_CALL } from './support/whoMay.ts';

let app: TestApp;
let administrator: ConsoleClient;
const members = new Map<Role, ConsoleClient>();

beforeAll(async () => {
  app = await startTestApp();
  administrator = await theAdministrator(app.url, app.firstAdministratorLink);
  for (const role of ROLES) members.set(role, await aMember(app.url, administrator, `${role}@example.com`, [role]));
});
afterAll(() => app.remove());

const guarded = EVERY_CALL.filter(({ act }) => act !== 'anyone');
/** Their session is needed for the other calls; that they end sessions is shown in signIn.test.ts. */
const ENDING = new Set(['sign-out']);

describe('every call', () => {
  it('is written down with who may make it', () => {
    expect([...ROLES_OF_CALL.keys()].sort()).toEqual(EVERY_CALL.map(({ name }) => name).sort());
    const open = EVERY_CALL.filter(({ act }) => act === 'anyone').map(({ name }) => name);
    expect(open.every((name) => ROLES_OF_CALL.get(name) === 'anyone')).toBe(true);
  });

  it('stands in the contract, so that no address is without gates', () => {
    const served = app.paths.filter((path) => path.startsWith('/api/console'));
    expect([...new Set(served)].sort()).toEqual(
      [...new Set(EVERY_CALL.map(({ path }) => `/api/console${path}`))].sort(),
    );
  });

  it.each(guarded.map((call) => [call.name, call] as const))('%s is refused without a session', async (_, call) => {
    expect((await aVisitor(app.url).call(call.method, anAddress(call.path))).status).toBe(401);
  });

  it.each(
    ROLES.flatMap((role) =>
      guarded.filter(({ name }) => !ENDING.has(name)).map((call) => [role, call.name, call] as const),
    ),
  )('lets a %s do %s only as is written down', async (role, _, call) => {
    const member = members.get(role) as ConsoleClient;
    const body = call.method === 'GET' ? undefined : { isNoFieldOfOurs: true };
    const { status } = await member.call(call.method, anAddress(call.path), body);
    const isAllowed = ROLES_OF_CALL.get(call.name)?.includes(role);
    if (isAllowed) expect(status).not.toBe(403);
    else expect(status).toBe(403);
  });

  it.each(EVERY_CALL.filter(({ method }) => method !== 'GET').map((call) => [call.name, call] as const))(
    '%s is refused to another page',
    async (_, call) => {
      const address = anAddress(call.path);
      const foreign = { origin: 'https://evil.example' };
      expect((await administrator.call(call.method, address, {}, foreign)).body.error.code).toBe('ForeignPage');
      const bare = await fetch(`${app.url}/api/console${address}`, {
        method: call.method,
        headers: { cookie: administrator.cookies() },
      });
      expect(bare.status).toBe(403);
    },
  );

  it.each(EVERY_CALL.map((call) => [call.name, call] as const))('%s has words in both languages', (name, { act }) => {
    for (const words of [id, en]) {
      expect(words.calls).toHaveProperty([name]);
      if (act !== 'anyone') expect(words.acts).toHaveProperty([act]);
    }
  });

  it('takes no field that the contract does not name', async () => {
    const viewer = members.get('viewer') as ConsoleClient;
    const { id: memberId } = (await viewer.call('GET', '/session')).body.me;
    const more = { roles: ['viewer'], email: 'lain@example.com', two_factor_enabled: true };
    expect((await administrator.call('PATCH', `/staff/${memberId}`, more)).status).toBe(400);
  });

  it('is not cached, framed or guessed', async () => {
    const { headers } = await administrator.call('GET', '/staff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('a session', () => {
  it('that ends elsewhere, or whose role is taken away, opens nothing from the next call on', async () => {
    const one = await aMember(app.url, administrator, 'pindah@example.com', ['case-officer']);
    const two = await signedIn(app.url, 'pindah@example.com');
    const { id } = (await one.call('GET', '/session')).body.me;
    expect((await two.call('GET', '/talks')).status).toBe(200);
    await administrator.call('PATCH', `/staff/${id}`, { roles: ['viewer'] });
    expect((await two.call('GET', '/talks')).status).toBe(403);
    const { sessions } = (await one.call('GET', '/sessions')).body;
    const other = sessions.find(({ isThis }: { isThis: boolean }) => !isThis);
    await one.call('DELETE', `/sessions/${other.id}`);
    expect((await two.call('GET', '/knowledge')).status).toBe(401);
    await administrator.call('PATCH', `/staff/${id}`, { isActive: false });
    expect((await one.call('GET', '/knowledge')).status).toBe(401);
  });

  it('is worth nothing when somebody has written it themselves', async () => {
    for (const cookie of ['fta-console.session_token=abc', administrator.cookies().replace(/.(?=;|$)/, '%00')])
      expect((await aVisitor(app.url).call('GET', '/knowledge', undefined, { cookie })).status).toBe(401);
  });
});

describe('the page', () => {
  it('runs its own scripts only and none inline', async () => {
    const response = await fetch(`${app.url}/console`);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(await response.text()).not.toMatch(/<script(?![^>]*\ssrc=)/);
  });
});

describe('the audit log', () => {
  it('holds what was done and what was refused, and takes no change', async () => {
    await members.get('viewer')?.call('GET', '/staff');
    const of = async (act: string) => (await administrator.call('GET', `/audit?size=100&act=${act}`)).body.entries;
    const refused = { actor: 'viewer', act: 'list-staff', outcome: 'refused' };
    expect(await of('list-staff')).toContainEqual(expect.objectContaining(refused));
    const entries = await of('invite-staff');
    expect(entries).toContainEqual(
      expect.objectContaining({ actor: 'Bu Ratna', act: 'invite-staff', subject: 'editor@example.com' }),
    );
    expect(JSON.stringify(entries)).not.toMatch(/kopi gayo|undangan\//);
  });
});

describe('ACTS', () => {
  it('gives the administrator everything and the viewer nothing that changes what exporters read', () => {
    for (const act of ACT_NAMES) expect(mayDo(['administrator'], act)).toBe(true);
    for (const act of ['write-drafts', 'publish-knowledge', 'answer-talks', 'manage-staff'] as const)
      expect(mayDo(['viewer'], act)).toBe(false);
  });
});

/** An address of that pattern at which nothing is. */
function anAddress(path: string): string {
  return path.replace(/:(\w+)/g, 'tidak-ada');
}
