import { lockedUntil, oneMoreFailure } from '../../../staff/index.ts';
import type { confirmSignIn, signIn, signOut } from '../../contract/account.ts';
import type { Desk } from '../desk.ts';
import type { Handler } from '../serveCall.ts';
import { meOf } from './meOf.ts';

/**
 * Checks an e-mail address and a password.
 *
 * An address without an account is counted and locked like any other: nobody learns who works here.
 */
export function signInWith(desk: Desk): Handler<typeof signIn> {
  return async ({ body: { email, password }, headers, note, setCookies }) => {
    const now = desk.clock();
    const failures = await desk.staff.readFailures(email);
    const until = lockedUntil(failures, now);
    note({ subject: email, actor: email, result: 'locked' });
    if (until) return { kind: 'locked', until: until.toISOString() };
    const response = await desk.auth.api.signInEmail({ body: { email, password }, headers, asResponse: true });
    const member = response.ok ? await desk.staff.findMemberByEmail(email) : null;
    if (!member?.isActive) {
      await desk.staff.keepFailures(email, oneMoreFailure(failures, now));
      note({ result: 'refused' });
      return { kind: 'refused' };
    }
    await desk.staff.clearFailures(email);
    setCookies(response.headers);
    const { twoFactorRedirect } = (await response.json()) as { twoFactorRedirect?: boolean };
    note({ actor: member.name, result: twoFactorRedirect ? 'second-factor' : 'signed-in' });
    return twoFactorRedirect ? { kind: 'second-factor' } : { kind: 'signed-in', me: meOf(member) };
  };
}

/** Checks the second step; better-auth counts failures by itself and locks the account after ten. */
export function confirmWith({ auth, staff }: Desk): Handler<typeof confirmSignIn> {
  return async ({ body: { code }, headers, note, setCookies }) => {
    const isOfApp = /^\d{6}$/.test(code);
    const asked = { body: { code }, headers, asResponse: true } as const;
    const response = isOfApp ? await auth.api.verifyTOTP(asked) : await auth.api.verifyBackupCode(asked);
    note({ result: 'refused' });
    if (!response.ok) return { kind: 'refused' };
    setCookies(response.headers);
    const { user } = (await response.json()) as { user: { id: string } };
    const member = await staff.findMember(user.id);
    if (!member?.isActive) return { kind: 'refused' };
    note({ actor: member.name, subject: member.email, result: isOfApp ? 'signed-in' : 'signed-in by a written code' });
    return { kind: 'signed-in', me: meOf(member) };
  };
}

/** Ends this session. */
export function signOutWith({ auth }: Desk): Handler<typeof signOut> {
  return async ({ headers, setCookies }) => {
    const response = await auth.api.signOut({ headers, asResponse: true });
    setCookies(response.headers);
  };
}
