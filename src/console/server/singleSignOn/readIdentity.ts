import { decodeJwt } from 'jose';
import { z } from 'zod';
import { emailSchema } from '../../contract/fields.ts';

/** Who somebody is, as the provider says. */
export interface Identity {
  /** The provider's own name for the account; never given to another. */
  readonly subject: string;
  readonly email: string;
  readonly name: string;
}

const claimsSchema = z.object({
  sub: z.string().min(1).max(255),
  email: emailSchema,
  // Some providers say nothing of it: an office answers for the addresses of its own staff.
  email_verified: z.union([z.literal(true), z.literal('true')]).optional(),
  name: z.string().trim().min(1).max(120).optional().catch(undefined),
});

/**
 * Reads a token whose signature, issuer, audience, times and nonce have been checked.
 *
 * @returns null without an e-mail address, or with one that the provider itself does not trust
 */
export function readIdentity(idToken: string): Identity | null {
  const read = claimsSchema.safeParse(decodeJwt(idToken));
  if (!read.success) return null;
  const { sub: subject, email, name = email } = read.data;
  return { subject, email, name };
}
