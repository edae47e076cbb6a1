import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * Whether Meta signed these bytes, with either secret while one replaces the other.
 *
 * The bytes as they came, never the parsed body written anew: Meta escapes and orders as it likes. A missing, doubled
 * or differently made header does not count.
 *
 * @param header `X-Hub-Signature-256`
 */
export function isSigned(body: Buffer, header: unknown, secrets: readonly string[]): boolean {
  const [, hex] = /^sha256=([0-9a-f]{64})$/i.exec(typeof header === 'string' ? header : '') ?? [];
  if (hex === undefined) return false;
  const given = Buffer.from(hex, 'hex');
  // Every secret is tried, so that the time tells nothing about which one fits.
  return secrets.map((secret) => timingSafeEqual(given, hmac(body, secret))).includes(true);
}

/** Whether two texts are the same, in a time that does not tell where they differ. */
export function isSameText(given: string, expected: string): boolean {
  return timingSafeEqual(hmac(Buffer.from(given), COMPARING), hmac(Buffer.from(expected), COMPARING));
}

/** Any key will do: it only makes both sides equally long. */
const COMPARING = 'compare';

function hmac(bytes: Buffer, key: string): Buffer {
  return createHmac('sha256', key).update(bytes).digest();
}
