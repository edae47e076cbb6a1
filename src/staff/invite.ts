import { hashToken, type InvitationKind, LIFETIME_MS } from './invitation.ts';
import type { Role } from './roles.ts';
import type { StaffStore } from './staffStore.ts';

/** A link to be made. */
export interface NewInvitation {
  readonly kind: InvitationKind;
  readonly email: string | null;
  readonly roles: readonly Role[];
  /** Who made it, in words: the terminal, the first start, a name. */
  readonly invitedBy: string;
}

/**
 * Makes a link that makes an account; earlier links of the same address no longer count.
 *
 * @param token unguessable, at least 32 characters
 * @returns until when it can be followed
 */
export async function invite(store: StaffStore, invitation: NewInvitation, token: string, now: Date): Promise<Date> {
  const expiresAt = new Date(now.getTime() + LIFETIME_MS[invitation.kind]);
  if (invitation.email) await store.withdrawInvitations(invitation.email);
  await store.keepInvitation(hashToken(token), { ...invitation, createdAt: now, expiresAt });
  return expiresAt;
}
