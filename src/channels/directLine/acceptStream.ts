import type { WebSocketServer } from 'ws';
import type { UpgradeRequest } from '../http/index.ts';
import type { Line } from './line.ts';
import { notOpen, tooManyRequests, untrustedOrigin } from './refusals.ts';
import { hashSecret } from './secrets.ts';
import type { Streams } from './streams.ts';
import type { Access } from './talks.ts';
import { isTrustedOrigin } from './trustedOrigin.ts';
import { readWatermark } from './watermark.ts';

/**
 * Answers a request for a stream: checks origin, ticket and number, then opens it.
 *
 * Browsers apply no cross-origin rules to WebSockets, so the origin is checked here. After a refusal the client asks
 * for a new stream by itself in a few seconds.
 *
 * @throws {Refusal} before the handshake
 */
export async function acceptStream(
  line: Line,
  streams: Streams,
  sockets: WebSocketServer,
  { request, socket, head, query, params }: UpgradeRequest,
): Promise<void> {
  if (!isTrustedOrigin(request.headers, line.trustedOrigins)) throw untrustedOrigin();
  const access = await redeem(line, query.get('t'), params.conversationKey);
  if (streams.count(access.conversationKey) >= line.limits.socketsPerConversation) throw tooManyRequests(15);
  sockets.handleUpgrade(request, socket, head, (open) => streams.open(open, access, readWatermark(query)));
}

async function redeem(line: Line, ticket: string | null, conversationKey: string | undefined): Promise<Access> {
  const access = ticket ? await line.talks.takeTicket(hashSecret(ticket), line.clock()) : null;
  if (!access || access.conversationKey !== conversationKey) throw notOpen();
  return access;
}
