import { z } from 'zod';
import { call } from './call.ts';
import { emailSchema, momentSchema, nameSchema, passwordSchema, roleSchema } from './fields.ts';

/** Who is signed in, and what they may do. */
export const meSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(roleSchema),
  acts: z.array(z.string()),
  hasSecondFactor: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;

/** Who is asking; null: nobody that we know. */
export const whoAmI = call({
  name: 'who-am-i',
  method: 'GET',
  path: '/session',
  act: 'anyone',
  reply: z.object({
    me: meSchema.nullable(),
    /** Whether one may also sign in with an account of the office's own provider. */
    hasSingleSignOn: z.boolean(),
  }),
});

/** `locked`: too many failures, nobody may try before `until`. `refused` never says which of the two was wrong. */
export const signInReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed-in'), me: meSchema }),
  z.object({ kind: z.literal('second-factor') }),
  z.object({ kind: z.literal('refused') }),
  z.object({ kind: z.literal('locked'), until: momentSchema }),
]);

export const signIn = call({
  name: 'sign-in',
  method: 'POST',
  path: '/session',
  act: 'anyone',
  body: z.strictObject({ email: emailSchema, password: z.string().min(1).max(128) }),
  reply: signInReplySchema,
});

/** The second step: six digits of the app, or one of the codes that were written down. */
export const confirmSignIn = call({
  name: 'confirm-sign-in',
  method: 'POST',
  path: '/session/second-factor',
  act: 'anyone',
  body: z.strictObject({ code: z.string().trim().min(6).max(24) }),
  reply: signInReplySchema,
});

/** Where the browser goes to sign in with an account of the office; `unreachable`: the provider does not answer. */
export const beginSingleSignOn = call({
  name: 'begin-single-sign-on',
  method: 'POST',
  path: '/session/oidc',
  act: 'anyone',
  isAudited: false,
  body: z.strictObject({}),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('begun'), address: z.url() }),
    z.object({ kind: z.literal('unreachable') }),
  ]),
});

const returnedSchema = z.string().max(4_000).optional();

/** Where the provider sends the browser back to; answered by leading on to the console's page. */
export const finishSingleSignOn = call({
  name: 'finish-single-sign-on',
  method: 'GET',
  path: '/session/oidc/callback',
  act: 'anyone',
  isAudited: true,
  isLedTo: true,
  query: z.object({ code: returnedSchema, state: returnedSchema, error: returnedSchema, iss: returnedSchema }),
  reply: z.unknown(),
});

export const signOut = call({
  name: 'sign-out',
  method: 'DELETE',
  path: '/session',
  act: 'keep-own-account',
});

const invitationSchema = z.object({
  kind: z.enum(['first', 'invite', 'reset']),
  email: z.string().nullable(),
  roles: z.array(roleSchema),
  expiresAt: momentSchema,
});

/** What a link is for; null when it can no longer be followed. The token goes in the body: paths are logged. */
export const readInvitation = call({
  name: 'read-invitation',
  method: 'POST',
  path: '/invitations/read',
  act: 'anyone',
  isAudited: false,
  body: z.strictObject({ token: z.string().min(32).max(200) }),
  reply: z.object({ invitation: invitationSchema.nullable() }),
});

/** Follows a link: makes the account, or sets its new password. Signing in comes after it. */
export const acceptInvitation = call({
  name: 'accept-invitation',
  method: 'POST',
  path: '/invitations/accept',
  act: 'anyone',
  body: z.strictObject({
    token: z.string().min(32).max(200),
    email: emailSchema.optional(),
    name: nameSchema,
    password: passwordSchema,
  }),
  reply: z.object({ kind: z.enum(['accepted', 'gone', 'taken', 'email-missing']) }),
});

/** The places where one is signed in. */
export const listSessions = call({
  name: 'list-sessions',
  method: 'GET',
  path: '/sessions',
  act: 'keep-own-account',
  reply: z.object({
    sessions: z.array(
      z.object({
        id: z.string(),
        isThis: z.boolean(),
        browser: z.string(),
        startedAt: momentSchema,
        seenAt: momentSchema,
      }),
    ),
  }),
});

export const endSession = call({
  name: 'end-session',
  method: 'DELETE',
  path: '/sessions/:id',
  act: 'keep-own-account',
});

/** Ends all other sessions too: whoever knew the old password is out. */
export const changePassword = call({
  name: 'change-password',
  method: 'POST',
  path: '/account/password',
  act: 'keep-own-account',
  body: z.strictObject({ current: z.string().min(1).max(128), wanted: passwordSchema }),
  reply: z.object({ kind: z.enum(['changed', 'refused']) }),
});

/** First step: the secret for the app, and codes for a lost phone. It counts once a code of the app is confirmed. */
export const beginSecondFactor = call({
  name: 'begin-second-factor',
  method: 'POST',
  path: '/account/second-factor',
  act: 'keep-own-account',
  body: z.strictObject({ password: z.string().min(1).max(128) }),
  reply: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('begun'), link: z.string(), secret: z.string(), codes: z.array(z.string()) }),
    z.object({ kind: z.literal('refused') }),
  ]),
});

export const confirmSecondFactor = call({
  name: 'confirm-second-factor',
  method: 'POST',
  path: '/account/second-factor/confirm',
  act: 'keep-own-account',
  body: z.strictObject({
    code: z
      .string()
      .trim()
      .regex(/^\d{6}$/),
  }),
  reply: z.object({ kind: z.enum(['confirmed', 'refused']) }),
});

export const endSecondFactor = call({
  name: 'end-second-factor',
  method: 'POST',
  path: '/account/second-factor/end',
  act: 'keep-own-account',
  body: z.strictObject({ password: z.string().min(1).max(128) }),
  reply: z.object({ kind: z.enum(['ended', 'refused']) }),
});
