import type { IncomingMessage } from 'node:http';
import { isIPv6 } from 'node:net';

/**
 * The address a request came from, for rate limits; of an IPv6 address the first half, for the other half is chosen
 * anew by the client as often as it likes.
 *
 * @param isBehindProxy trust the last entry of `x-forwarded-for`, the one our own proxy wrote; entries before it are
 *   whatever the client claims
 */
export function clientAddress(request: IncomingMessage, isBehindProxy: boolean): string {
  const direct = request.socket.remoteAddress ?? 'unknown';
  if (!isBehindProxy) return networkOf(direct);
  const forwarded = String(request.headers['x-forwarded-for'] ?? '');
  return networkOf(forwarded.split(',').at(-1)?.trim() || direct);
}

function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes('.')) return address;
  const [start = [], end] = address.split('::').map((part) => part.split(':').filter(Boolean));
  const left = end === undefined ? start : [...start, ...Array(8 - start.length - end.length).fill('0'), ...end];
  return `${left.slice(0, 4).join(':')}::/64`;
}
