import type { Invitation } from './invitation.ts';
import type { Failures } from './lockout.ts';
import type { Member } from './member.ts';
import type { Role } from './roles.ts';

/** A new account, its password hashed already. */
export interface NewMember {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

/** What became of a link that was followed. `taken`: somebody has an account with this e-mail address. */
export type Accepted =
  | { readonly kind: 'accepted'; readonly memberId: string; readonly email: string }
  | { readonly kind: 'gone' }
  | { readonly kind: 'taken' };

/** What became of a change of an account. `last-administrator`: it would leave the centre without one. */
export type MemberChange = 'changed' | 'unknown' | 'last-administrator';

/** Accounts and the links that make them. Storage fulfils it. */
export interface StaffStore {
  findMember(id: string): Promise<Member | null>;
  findMemberByEmail(email: string): Promise<Member | null>;
  listMembers(): Promise<Member[]>;
  hasAdministrator(): Promise<boolean>;
  /** Changes roles or closes an account; closing ends all its sessions. */
  changeMember(
    id: string,
    change: { readonly roles?: readonly Role[] | undefined; readonly isActive?: boolean | undefined },
    now: Date,
  ): Promise<MemberChange>;

  keepInvitation(tokenHash: Buffer, invitation: Invitation): Promise<void>;
  /** Those that can still be followed. */
  listInvitations(now: Date): Promise<Invitation[]>;
  findInvitation(tokenHash: Buffer, now: Date): Promise<Invitation | null>;
  /** Takes back the links of an address that nobody has followed. */
  withdrawInvitations(email: string): Promise<number>;
  /**
   * Follows a link, once: makes the account, or gives it its new password and ends its sessions.
   *
   * A `first` link is gone as soon as there is an administrator, whoever made them.
   */
  accept(tokenHash: Buffer, member: NewMember, now: Date): Promise<Accepted>;

  /**
   * Makes the account of an open invitation for somebody whose address their office vouches for; they have no password.
   * Does nothing where there is no invitation, or an account already.
   */
  acceptByEmail(member: Omit<NewMember, 'passwordHash'>, now: Date): Promise<void>;

  readFailures(email: string): Promise<Failures | null>;
  keepFailures(email: string, failures: Failures): Promise<void>;
  clearFailures(email: string): Promise<void>;
}
