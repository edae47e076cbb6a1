import { type HttpReply, type HttpRequest, Refusal, type Route } from '../../http/index.ts';
import type { Log } from '../../log.ts';
import type { WhatsAppInbox } from './inbox.ts';
import { readPayload } from './readPayload.ts';
import { isSameText, isSigned } from './signature.ts';

export interface WebhookOptions {
  readonly phoneNumberId: string;
  readonly appSecrets: readonly string[];
  readonly verifyToken: string;
  readonly inbox: WhatsAppInbox;
  readonly clock: () => Date;
  readonly log: Log;
  /** Works on what was kept; returns at once. */
  readonly wake: () => void;
}

const PATH = '/webhooks/whatsapp';
/** Meta's own limit. */
const MOST_BYTES = 3 * 1_048_576;

/** `GET, POST /webhooks/whatsapp`: the address that Meta asks once, and then tells everything. */
export function webhookRoutes(options: WebhookOptions): Route[] {
  return [
    { method: 'GET', path: PATH, handle: (request) => verify(options, request) },
    { method: 'POST', path: PATH, maxBodyBytes: MOST_BYTES, handle: (request) => receive(options, request) },
  ];
}

/** The challenge goes back bare: in quotes, as JSON, Meta does not know it again. */
function verify({ verifyToken }: WebhookOptions, { query }: HttpRequest): HttpReply {
  const challenge = query.get('hub.challenge') ?? '';
  const isOurs = query.get('hub.mode') === 'subscribe' && isSameText(query.get('hub.verify_token') ?? '', verifyToken);
  if (!isOurs || !/^\d{1,40}$/.test(challenge))
    throw new Refusal(403, 'NotVerified', 'The verify token is another one here.');
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: challenge };
}

/**
 * After a valid signature the answer is 200, whatever the body holds: anything else would bring the same body back for
 * seven days. Only when nothing could be kept is Meta to try again.
 */
async function receive(options: WebhookOptions, { body, headers }: HttpRequest): Promise<HttpReply> {
  if (!isSigned(body, headers['x-hub-signature-256'], options.appSecrets))
    throw new Refusal(401, 'NotSigned', 'The signature does not fit.');
  const { events, foreign } = readPayload(body, options.phoneNumberId);
  if (foreign > 0) options.log.warn({ foreign }, 'whatsapp: changes of another phone number id were left alone');
  if (events.length > 0) await options.inbox.keep(events, options.clock());
  options.wake();
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: 'ok' };
}
