import { type HttpRequest, Refusal } from '../../../channels/http/index.ts';

/** A header that no form and no foreign page can send without asking first, and nobody is allowed when asking. */
export const OWN_HEADER = 'x-fta-console';

/**
 * Lets only the console's own page change anything.
 *
 * The cookie alone is already strict; this holds even where a browser knows no such cookies.
 *
 * @throws {Refusal} 403 for a change that another page, or no page of ours, asks for
 */
export function requireSameOrigin({ method, headers }: HttpRequest, origin: string): void {
  const site = headers['sec-fetch-site'];
  const isForeign =
    (headers.origin !== undefined && !isOwn(headers.origin, origin, headers.host)) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none');
  const isReading = method === 'GET' || method === 'HEAD';
  if (isForeign || (!isReading && headers[OWN_HEADER] === undefined))
    throw new Refusal(403, 'ForeignPage', 'Only the console itself may do this.');
}

function isOwn(asking: string, origin: string, host: string | undefined): boolean {
  return asking === origin || URL.parse(asking)?.host === host;
}
