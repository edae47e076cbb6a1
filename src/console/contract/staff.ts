import { z } from 'zod';
import { AUDIT_ACTORS } from '../../staff/audit.ts';
import { call } from './call.ts';
import { emailSchema, momentSchema, pageSchema, roleSchema } from './fields.ts';

const memberSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  isActive: z.boolean(),
  hasSecondFactor: z.boolean(),
  seenAt: momentSchema.nullable(),
});
export type StaffMember = z.infer<typeof memberSchema>;

const openInvitationSchema = z.object({
  kind: z.enum(['first', 'invite', 'reset']),
  email: z.string().nullable(),
  roles: z.array(roleSchema),
  invitedBy: z.string(),
  expiresAt: momentSchema,
});

export const listStaff = call({
  name: 'list-staff',
  method: 'GET',
  path: '/staff',
  act: 'manage-staff',
  reply: z.object({ members: z.array(memberSchema), invitations: z.array(openInvitationSchema) }),
});

/** The link is shown this once, and sent by mail; `taken`: the address has an account. */
export const inviteStaff = call({
  name: 'invite-staff',
  method: 'POST',
  path: '/staff/invitations',
  act: 'manage-staff',
  body: z.strictObject({ email: emailSchema, roles: z.array(roleSchema).min(1).max(5) }),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('invited'), link: z.string(), expiresAt: momentSchema, isMailed: z.boolean() }),
    z.object({ kind: z.literal('taken') }),
  ]),
});

export const withdrawInvitation = call({
  name: 'withdraw-invitation',
  method: 'DELETE',
  path: '/staff/invitations/:email',
  act: 'manage-staff',
});

/** `last-administrator`: the centre would be left without one. */
export const changeStaff = call({
  name: 'change-staff',
  method: 'PATCH',
  path: '/staff/:id',
  act: 'manage-staff',
  body: z.strictObject({ roles: z.array(roleSchema).max(5).optional(), isActive: z.boolean().optional() }),
  reply: z.object({ kind: z.enum(['changed', 'unknown', 'last-administrator']) }),
});

/** A link for a new password, for somebody who has forgotten theirs. */
export const resetPassword = call({
  name: 'reset-password',
  method: 'POST',
  path: '/staff/:id/reset',
  act: 'manage-staff',
  body: z.strictObject({}),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('invited'), link: z.string(), expiresAt: momentSchema, isMailed: z.boolean() }),
    z.object({ kind: z.literal('unknown') }),
  ]),
});

export const searchAudit = call({
  name: 'search-audit',
  method: 'GET',
  path: '/audit',
  act: 'read-audit',
  query: pageSchema.extend({
    words: z.string().trim().max(100).optional(),
    act: z.string().max(60).optional(),
    /** `people`: staff and officials. */
    by: z.enum(['people', ...AUDIT_ACTORS, 'all']).default('people'),
    from: z.iso.date().optional(),
    until: z.iso.date().optional(),
  }),
  reply: z.object({
    entries: z.array(
      z.object({
        at: momentSchema,
        actorKind: z.enum(AUDIT_ACTORS),
        actor: z.string(),
        act: z.string(),
        subject: z.string(),
        outcome: z.enum(['done', 'refused']),
        details: z.record(z.string(), z.unknown()),
      }),
    ),
    total: z.number(),
  }),
});
