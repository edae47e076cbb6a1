import { invitationLink, invite, type StaffStore } from './staff/index.ts';

/**
 * The link that makes the first administrator; null when there is one.
 *
 * Each start makes another one, and all of them are worth nothing once one was followed.
 *
 * @param origin of the console, without a slash at the end
 */
export async function firstAdministratorLink(
  staff: StaffStore,
  origin: string,
  { now, randomText }: { now(): Date; randomText(): string },
): Promise<string | null> {
  if (await staff.hasAdministrator()) return null;
  const token = randomText();
  const invitation = { kind: 'first', email: null, roles: ['administrator'], invitedBy: 'first start' } as const;
  await invite(staff, invitation, token, now());
  return invitationLink(origin, token);
}
