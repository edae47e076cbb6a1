import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page of that origin may talk to us.
 *
 * The page that we serve ourselves may, under whatever name it was reached, and origins the operator has named. A
 * request without an origin does not come from a page of somebody else: browsers always say it where it matters, on
 * posts across origins and on every WebSocket.
 */
export function isTrustedOrigin(headers: IncomingHttpHeaders, trusted: readonly string[]): boolean {
  const { origin } = headers;
  if (origin === undefined) return true;
  return trusted.includes(origin) || URL.parse(origin)?.host === headers.host;
}

/**
 * Where the client reaches us by WebSocket: the public address if the operator named one, otherwise the address
 * under which this very request came.
 */
export function streamOrigin(headers: IncomingHttpHeaders, publicUrl: string | undefined): string {
  if (publicUrl !== undefined) return publicUrl.replace(/^http/, 'ws');
  const isSecure = headers['x-forwarded-proto'] === 'https';
  return `${isSecure ? 'wss' : 'ws'}://${headers.host ?? 'localhost'}`;
}
