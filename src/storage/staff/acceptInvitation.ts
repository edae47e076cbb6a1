import { sql, type Transaction } from 'kysely';
import type { Accepted, NewMember } from '../../staff/staffStore.ts';
import type { Tables } from '../tables.ts';
import type { StaffInvitationsTable } from './tables.ts';

type Work = Transaction<Tables>;

/** Follows a link once, however often it is clicked at the same time. */
export async function acceptInvitation(work: Work, tokenHash: Buffer, member: NewMember, now: Date): Promise<Accepted> {
  await sql`select pg_advisory_xact_lock(hashtextextended('staff', 0))`.execute(work);
  const invitation = await findOpen(work, tokenHash, now);
  if (!invitation) return { kind: 'gone' };
  const email = invitation.email ?? member.email;
  const known = await work.selectFrom('staff_members').select('id').where('email', '=', email).executeTakeFirst();
  if (known && invitation.kind !== 'reset') return { kind: 'taken' };
  if (!known && invitation.kind === 'reset') return { kind: 'gone' };
  if (known) await renewPassword(work, known.id, member.passwordHash, now);
  else await makeMember(work, { ...member, email }, invitation.roles, now);
  await work.updateTable('staff_invitations').set({ used_at: now }).where('token_hash', '=', tokenHash).execute();
  return { kind: 'accepted', memberId: known?.id ?? member.id, email };
}

/** Makes the account of an open invitation without a link: the address has been proven in another way. */
export async function acceptByEmail(work: Work, member: Omit<NewMember, 'passwordHash'>, now: Date): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('staff', 0))`.execute(work);
  const known = await work
    .selectFrom('staff_members')
    .select('id')
    .where('email', '=', member.email)
    .executeTakeFirst();
  if (known) return;
  const invitation = await work
    .selectFrom('staff_invitations')
    .selectAll()
    .where('email', '=', member.email)
    .where('kind', '=', 'invite')
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!invitation) return;
  await insertMember(work, member, invitation.roles, now);
  const { token_hash } = invitation;
  await work.updateTable('staff_invitations').set({ used_at: now }).where('token_hash', '=', token_hash).execute();
}

async function findOpen(work: Work, tokenHash: Buffer, now: Date): Promise<StaffInvitationsTable | undefined> {
  const row = await work
    .selectFrom('staff_invitations')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row?.kind === 'first' && (await hasAdministrator(work)) ? undefined : row;
}

async function hasAdministrator(work: Work): Promise<boolean> {
  const row = await work
    .selectFrom('staff_members')
    .select('id')
    .where('is_active', '=', true)
    .where(sql<boolean>`'administrator' = any(roles)`)
    .executeTakeFirst();
  return row !== undefined;
}

async function makeMember(work: Work, member: NewMember, roles: readonly string[], now: Date): Promise<void> {
  const { id, passwordHash } = member;
  await insertMember(work, member, roles, now);
  await work
    .insertInto('staff_credentials')
    .values({ id, user_id: id, account_id: id, provider_id: 'credential', password: passwordHash })
    .execute();
}

async function insertMember(
  work: Work,
  { id, name, email }: Omit<NewMember, 'passwordHash'>,
  roles: readonly string[],
  now: Date,
): Promise<void> {
  await work
    .insertInto('staff_members')
    .values({ id, name, email, roles: [...roles], created_at: now, updated_at: now })
    .execute();
}

/** Who came by single sign-on has had none so far. */
async function renewPassword(work: Work, memberId: string, passwordHash: string, now: Date): Promise<void> {
  const password = { password: passwordHash, updated_at: now };
  await work
    .insertInto('staff_credentials')
    .values({ id: memberId, user_id: memberId, account_id: memberId, provider_id: 'credential', ...password })
    .onConflict((conflict) => conflict.columns(['provider_id', 'account_id']).doUpdateSet(password))
    .execute();
  await work.deleteFrom('staff_sessions').where('user_id', '=', memberId).execute();
  await work
    .deleteFrom('staff_failures')
    .where('email', 'in', (is) => is.selectFrom('staff_members').select('email').where('id', '=', memberId))
    .execute();
}
