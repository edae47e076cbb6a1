import type { IncomingMessage } from 'node:http';

/**
 * The address a request came from, for rate limits.
 *
 * @param isBehindProxy trust the last entry of `x-forwarded-for`, the one our own proxy wrote; entries before it are
 *   whatever the client claims
 */
export function clientAddress(request: IncomingMessage, isBehindProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (!isBehindProxy) return direct;
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  return forwarded.split(',').at(-1)?.trim() || direct;
}
