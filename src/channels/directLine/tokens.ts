import { hkdfSync } from 'node:crypto';
import { errors, jwtVerify, SignJWT } from 'jose';
import type { Holder } from './talks.ts';

/** How long a token lives; each refresh starts it anew, so that a talk survives a lunch break and a night. */
export const TOKEN_LIFETIME_SECONDS = 24 * 60 * 60;

/** What a token says. `conversationKey` is null until the first conversation is begun. */
export interface TokenClaims extends Holder {
  readonly conversationKey: string | null;
  /** The origin of the page that asked for it, if it named one. */
  readonly origin: string | null;
}

/** Writes and reads tokens. */
export interface Tokens {
  issue(claims: TokenClaims, now: Date): Promise<string>;
  /** Null when forged, expired, or not ours. Whether it was revoked only storage knows. */
  read(token: string, now: Date): Promise<TokenClaims | null>;
}

/**
 * Tokens as JWT (HS256) with a claim `user`, which Web Chat adopts as its own user id by itself.
 *
 * @param secret the installation's secret; the key made from it serves nothing else
 */
export function openTokens(secret: string): Tokens {
  const key = new Uint8Array(hkdfSync('sha256', secret, '', 'direct-line-token', 32));
  return { issue: (claims, now) => issue(key, claims, now), read: (token, now) => read(key, token, now) };
}

function issue(key: Uint8Array, claims: TokenClaims, now: Date): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({
    user: claims.exporterKey,
    gen: claims.generation,
    ...(claims.conversationKey && { conv: claims.conversationKey }),
    ...(claims.origin && { origin: claims.origin }),
  })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + TOKEN_LIFETIME_SECONDS)
    .sign(key);
}

async function read(key: Uint8Array, token: string, now: Date): Promise<TokenClaims | null> {
  try {
    const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], currentDate: now });
    const { user, gen, conv, origin } = payload;
    if (typeof user !== 'string' || typeof gen !== 'number') return null;
    return { exporterKey: user, generation: gen, conversationKey: textOf(conv), origin: textOf(origin) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return null;
    throw error;
  }
}

function textOf(claim: unknown): string | null {
  return typeof claim === 'string' ? claim : null;
}
