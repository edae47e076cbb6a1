/**
 * Who works at the centre: accounts, roles, what each role may do, the links that make accounts, and the log of what
 * was done.
 *
 * Pure but for the interfaces it declares, which storage fulfils. Opened by the console and the staff command.
 *
 * @module
 */
export { ACT_NAMES, ACTS, type Act, mayDo } from './acts.ts';
export {
  AUDIT_ACTORS,
  type AuditActor,
  type AuditEntry,
  type AuditLog,
  type AuditSearch,
  type FoundEntry,
} from './audit.ts';
export { hashToken, type Invitation, type InvitationKind, invitationLink, LIFETIME_MS } from './invitation.ts';
export { invite, type NewInvitation } from './invite.ts';
export { type Failures, lockedUntil, oneMoreFailure } from './lockout.ts';
export type { Member } from './member.ts';
export { ROLES, type Role, readRole } from './roles.ts';
export type { Accepted, MemberChange, NewMember, StaffStore } from './staffStore.ts';
