import { Refusal } from '../http/index.ts';

/**
 * For whatever a token does not open: expired, forged, revoked, foreign or unknown.
 *
 * 403, and never 401 or 404: only at 403 does DirectLineJS say that its token has expired, so that the page can ask
 * for a new one; at other answers it goes on looking connected. Unknown and foreign look alike to everybody.
 */
export function notOpen(): Refusal {
  return new Refusal(403, 'TokenExpired', 'This token does not open that. Ask for a new one.');
}

/** For a page of somebody else. */
export function untrustedOrigin(): Refusal {
  return new Refusal(403, 'BadOrigin', 'Pages of that origin may not talk to this server.');
}

export function tooManyRequests(retryAfterSeconds: number): Refusal {
  const headers = { 'retry-after': String(Math.max(1, Math.ceil(retryAfterSeconds))) };
  return new Refusal(429, 'TooManyRequests', 'Too much at once. Try again later.', headers);
}

export function badActivity(): Refusal {
  return new Refusal(400, 'BadArgument', 'This cannot be read as an activity that clients may send.');
}

export function tooLarge(): Refusal {
  return new Refusal(413, 'MessageTooLarge', 'This message is too large.');
}
