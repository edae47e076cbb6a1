import { createHash } from 'node:crypto';
import type { Role } from './roles.ts';

/**
 * Why a link was made. `first`: the first start of a centre without administrators; `invite`: a new account;
 * `reset`: a new password for an account there is.
 */
export type InvitationKind = 'first' | 'invite' | 'reset';

/** A link that makes an account, once. Of its token only a hash is kept. */
export interface Invitation {
  readonly kind: InvitationKind;
  /** Null for the first administrator, who brings their own. */
  readonly email: string | null;
  readonly roles: readonly Role[];
  readonly invitedBy: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

const HOUR_MS = 3_600_000;

/** How long a link counts: a day for the one on the operator's screen, three for those that travel by mail. */
export const LIFETIME_MS: Readonly<Record<InvitationKind, number>> = {
  first: 24 * HOUR_MS,
  invite: 72 * HOUR_MS,
  reset: 24 * HOUR_MS,
};

/** What is kept of a token: who reads the database cannot sign in with it. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/**
 * Where a link leads.
 *
 * The token stands behind the `#`: browsers send that part to nobody, so no log and no proxy sees it.
 *
 * @param origin of the console, without a slash at the end
 */
export function invitationLink(origin: string, token: string): string {
  return `${origin}/console#/undangan/${token}`;
}
