import { createHash, createHmac } from 'node:crypto';
import type { CaseSettings } from './settings.ts';

/** A key to one case, for one unit. The token itself is kept nowhere. */
export interface NewLink {
  readonly unit: string;
  readonly nonce: Buffer;
  readonly tokenHash: Buffer;
  readonly expiresAt: Date;
}

/** A link as it is kept. */
export interface KeptLink {
  readonly number: string;
  readonly unit: string;
  readonly expiresAt: Date;
  readonly revokedAt: Date | null;
}

const NONCE_BYTES = 32;
const DAY_MS = 86_400_000;

/** Makes a key for a unit that lives some weeks beyond the date by which it should answer. */
export function newLink(
  { secret, random }: { readonly secret: string; readonly random: (count: number) => Buffer },
  unit: string,
  answerBy: Date,
  { linkDays }: CaseSettings,
): NewLink {
  const nonce = random(NONCE_BYTES);
  const expiresAt = new Date(answerBy.getTime() + linkDays * DAY_MS);
  return { unit, nonce, tokenHash: hashOfToken(tokenOf(secret, nonce)), expiresAt };
}

/**
 * The token of a nonce: 43 characters that only the holder of the secret can make.
 *
 * So a mail that has to be sent again carries the same link, and whoever reads the tables alone opens no case.
 */
export function tokenOf(secret: string, nonce: Buffer): string {
  return createHmac('sha256', secret)
    .update('a liaison may read and answer one case\0')
    .update(nonce)
    .digest('base64url');
}

/** What is kept of a token. */
export function hashOfToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
