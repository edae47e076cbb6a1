import { type Kysely, sql, type Transaction } from 'kysely';
import type { Invitation } from '../../staff/invitation.ts';
import type { Failures } from '../../staff/lockout.ts';
import type { Member } from '../../staff/member.ts';
import type { Role } from '../../staff/roles.ts';
import type { MemberChange, StaffStore } from '../../staff/staffStore.ts';
import type { Tables } from '../tables.ts';
import { acceptByEmail, acceptInvitation } from './acceptInvitation.ts';
import type { StaffInvitationsTable } from './tables.ts';

/** Keeps accounts and the links that make them in PostgreSQL. */
export function openStaffStore(database: Kysely<Tables>): StaffStore {
  return {
    findMember: async (id) => (await members(database).where('member.id', '=', id).execute()).map(memberOf)[0] ?? null,
    findMemberByEmail: async (email) =>
      (await members(database).where('member.email', '=', email).execute()).map(memberOf)[0] ?? null,
    listMembers: async () => (await members(database).orderBy('member.name').execute()).map(memberOf),
    hasAdministrator: () => hasAdministrator(database),
    changeMember: (id, change, now) => changeMember(database, id, change, now),
    keepInvitation: (tokenHash, invitation) => keepInvitation(database, tokenHash, invitation),
    listInvitations: async (now) =>
      (await open(database, now).orderBy('created_at', 'desc').execute()).map(invitationOf),
    findInvitation: async (tokenHash, now) =>
      (await open(database, now).where('token_hash', '=', tokenHash).execute()).map(invitationOf)[0] ?? null,
    withdrawInvitations: (email) => withdrawInvitations(database, email),
    accept: (tokenHash, member, now) =>
      database.transaction().execute((work) => acceptInvitation(work, tokenHash, member, now)),
    acceptByEmail: (member, now) => database.transaction().execute((work) => acceptByEmail(work, member, now)),
    readFailures: (email) => readFailures(database, email),
    keepFailures: (email, failures) => keepFailures(database, email, failures),
    clearFailures: async (email) => {
      await database.deleteFrom('staff_failures').where('email', '=', email).execute();
    },
  };
}

function members(database: Kysely<Tables>) {
  return database
    .selectFrom('staff_members as member')
    .select(['id', 'name', 'email', 'roles', 'is_active', 'two_factor_enabled', 'created_at'])
    .select((is) =>
      is
        .selectFrom('staff_sessions as session')
        .whereRef('session.user_id', '=', 'member.id')
        .select((of) => of.fn.max('session.updated_at').as('seen'))
        .as('seen_at'),
    );
}

function memberOf(row: Awaited<ReturnType<ReturnType<typeof members>['execute']>>[number]): Member {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    roles: row.roles as Role[],
    isActive: row.is_active,
    hasSecondFactor: row.two_factor_enabled,
    createdAt: row.created_at,
    seenAt: row.seen_at,
  };
}

async function hasAdministrator(queries: Kysely<Tables>, except = ''): Promise<boolean> {
  const row = await queries
    .selectFrom('staff_members')
    .select('id')
    .where('is_active', '=', true)
    .where('id', '!=', except)
    .where(sql<boolean>`'administrator' = any(roles)`)
    .executeTakeFirst();
  return row !== undefined;
}

async function changeMember(
  database: Kysely<Tables>,
  id: string,
  { roles, isActive }: { readonly roles?: readonly Role[] | undefined; readonly isActive?: boolean | undefined },
  now: Date,
): Promise<MemberChange> {
  return database.transaction().execute(async (work) => {
    await lockStaff(work);
    const staysAdministrator = isActive !== false && (roles?.includes('administrator') ?? true);
    if (!staysAdministrator && !(await hasAdministrator(work, id))) return 'last-administrator';
    const changed = await work
      .updateTable('staff_members')
      .set({
        updated_at: now,
        ...(roles && { roles: [...roles] }),
        ...(isActive !== undefined && { is_active: isActive }),
      })
      .where('id', '=', id)
      .executeTakeFirst();
    if (isActive === false) await work.deleteFrom('staff_sessions').where('user_id', '=', id).execute();
    return changed.numUpdatedRows > 0n ? 'changed' : 'unknown';
  });
}

/** Two who close each other's account at the same time wait for one another, so that one administrator stays. */
async function lockStaff(work: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('staff', 0))`.execute(work);
}

async function keepInvitation(database: Kysely<Tables>, tokenHash: Buffer, it: Invitation): Promise<void> {
  await database
    .insertInto('staff_invitations')
    .values({
      token_hash: tokenHash,
      kind: it.kind,
      email: it.email,
      roles: [...it.roles],
      invited_by: it.invitedBy,
      created_at: it.createdAt,
      expires_at: it.expiresAt,
      used_at: null,
    })
    .execute();
}

function open(database: Kysely<Tables>, now: Date) {
  return database
    .selectFrom('staff_invitations')
    .selectAll()
    .where('used_at', 'is', null)
    .where('expires_at', '>', now);
}

function invitationOf(row: StaffInvitationsTable): Invitation {
  return {
    kind: row.kind,
    email: row.email,
    roles: row.roles as Role[],
    invitedBy: row.invited_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  };
}

async function withdrawInvitations(database: Kysely<Tables>, email: string): Promise<number> {
  const { numDeletedRows } = await database
    .deleteFrom('staff_invitations')
    .where('email', '=', email)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return Number(numDeletedRows);
}

async function readFailures(database: Kysely<Tables>, email: string): Promise<Failures | null> {
  const row = await database.selectFrom('staff_failures').selectAll().where('email', '=', email).executeTakeFirst();
  return row ? { count: row.count, lastAt: row.last_at } : null;
}

async function keepFailures(database: Kysely<Tables>, email: string, { count, lastAt }: Failures): Promise<void> {
  await database
    .insertInto('staff_failures')
    .values({ email, count, last_at: lastAt })
    .onConflict((conflict) => conflict.column('email').doUpdateSet({ count, last_at: lastAt }))
    .execute();
}
