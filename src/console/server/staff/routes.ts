import type { Knowledge } from '../../../knowledge/index.ts';
import * as calls from '../../contract/staff.ts';
import type { Serve } from '../serve.ts';
import { searchAuditWith } from './searchAudit.ts';
import { inviteWith, resetWith } from './sendLink.ts';

/** Accounts and the audit log, for administrators. */
export function staffRoutes({ desk, serve }: Serve, knowledge: () => Knowledge) {
  const { staff, clock } = desk;
  return [
    serve(calls.listStaff, async () => ({
      members: (await staff.listMembers()).map(({ seenAt, createdAt: _, roles, ...member }) => ({
        ...member,
        roles: [...roles],
        seenAt: seenAt?.toISOString() ?? null,
      })),
      invitations: (await staff.listInvitations(clock())).map(({ expiresAt, createdAt: _, roles, ...invitation }) => ({
        ...invitation,
        roles: [...roles],
        expiresAt: expiresAt.toISOString(),
      })),
    })),
    serve(calls.inviteStaff, inviteWith(desk)),
    serve(calls.withdrawInvitation, async ({ params }) => {
      await staff.withdrawInvitations(params.email);
    }),
    serve(calls.changeStaff, async ({ params, body, note }) => {
      const kind = await staff.changeMember(params.id, body, clock());
      note({ ...body, result: kind });
      return { kind };
    }),
    serve(calls.resetPassword, resetWith(desk)),
    serve(calls.searchAudit, searchAuditWith(desk, knowledge)),
  ];
}
