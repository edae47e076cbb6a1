import type { Caller, Desk } from '../desk.ts';

/**
 * Who makes a call, by the session's cookie; null without one that counts.
 *
 * The account is read anew each time: a role taken away, or an account closed, holds from the next call on.
 */
export async function findCaller({ auth, staff }: Desk, headers: Headers): Promise<Caller | null> {
  if (!headers.has('cookie')) return null;
  const open = await auth.api.getSession({ headers });
  if (!open) return null;
  const member = await staff.findMember(open.user.id);
  return member?.isActive ? { member, sessionId: open.session.id } : null;
}
