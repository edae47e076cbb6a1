import type {
  beginSecondFactor,
  changePassword,
  confirmSecondFactor,
  endSecondFactor,
} from '../../contract/account.ts';
import type { Desk } from '../desk.ts';
import type { Handler } from '../serveCall.ts';

/** Changes the password, and ends all other sessions. */
export function changePasswordWith({ auth }: Desk): Handler<typeof changePassword> {
  return async ({ body: { current, wanted }, headers, setCookies, note }) => {
    const body = { currentPassword: current, newPassword: wanted, revokeOtherSessions: true };
    const response = await auth.api.changePassword({ body, headers, asResponse: true });
    note({ result: response.ok ? 'changed' : 'refused' });
    if (!response.ok) return { kind: 'refused' };
    setCookies(response.headers);
    return { kind: 'changed' };
  };
}

/** Makes a secret and codes; they count once {@link confirmSecondFactorWith} has seen a code of the app. */
export function beginSecondFactorWith({ auth }: Desk): Handler<typeof beginSecondFactor> {
  return async ({ body: { password }, headers, note }) => {
    const response = await auth.api.enableTwoFactor({ body: { password, method: 'totp' }, headers, asResponse: true });
    note({ result: response.ok ? 'begun' : 'refused' });
    if (!response.ok) return { kind: 'refused' };
    const made = (await response.json()) as { totpURI: string; backupCodes: string[] };
    const secret = new URL(made.totpURI).searchParams.get('secret') ?? '';
    return { kind: 'begun', link: made.totpURI, secret, codes: made.backupCodes };
  };
}

export function confirmSecondFactorWith({ auth }: Desk): Handler<typeof confirmSecondFactor> {
  return async ({ body: { code }, headers, setCookies, note }) => {
    const response = await auth.api.verifyTOTP({ body: { code }, headers, asResponse: true });
    note({ result: response.ok ? 'confirmed' : 'refused' });
    if (!response.ok) return { kind: 'refused' };
    setCookies(response.headers);
    return { kind: 'confirmed' };
  };
}

export function endSecondFactorWith({ auth }: Desk): Handler<typeof endSecondFactor> {
  return async ({ body: { password }, headers, setCookies, note }) => {
    const response = await auth.api.disableTwoFactor({ body: { password }, headers, asResponse: true });
    note({ result: response.ok ? 'ended' : 'refused' });
    if (!response.ok) return { kind: 'refused' };
    setCookies(response.headers);
    return { kind: 'ended' };
  };
}
