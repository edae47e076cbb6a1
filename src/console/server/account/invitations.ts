import { hashPassword } from 'better-auth/crypto';
import { hashToken } from '../../../staff/index.ts';
import type { acceptInvitation, readInvitation } from '../../contract/account.ts';
import type { Desk } from '../desk.ts';
import type { Handler } from '../serveCall.ts';

/** What a link is for. */
export function readInvitationWith({ staff, clock }: Desk): Handler<typeof readInvitation> {
  return async ({ body: { token } }) => {
    const found = await staff.findInvitation(hashToken(token), clock());
    const isGone = found?.kind === 'first' && (await staff.hasAdministrator());
    if (!found || isGone) return { invitation: null };
    const { kind, email, roles, expiresAt } = found;
    return { invitation: { kind, email, roles: [...roles], expiresAt: expiresAt.toISOString() } };
  };
}

/** Follows a link. Whoever holds it has the right to: it is as good as a password, once. */
export function acceptInvitationWith({ staff, clock, newId }: Desk): Handler<typeof acceptInvitation> {
  return async ({ body: { token, email, name, password }, note }) => {
    const found = await staff.findInvitation(hashToken(token), clock());
    const address = found?.email ?? email;
    note({ subject: address ?? '', actor: name, result: 'gone' });
    if (!found) return { kind: 'gone' };
    if (!address) return { kind: 'email-missing' };
    const member = { id: newId(), email: address, name, passwordHash: await hashPassword(password) };
    const { kind } = await staff.accept(hashToken(token), member, clock());
    note({ result: kind, invitation: found.kind, roles: found.roles });
    return { kind };
  };
}
