import type { HttpReply, HttpRequest } from '../../http/index.ts';
import { BOT_ACCOUNT, languageOf, type WireActivity } from '../../wireActivity.ts';
import { CHANNEL_ID } from '../channelId.ts';
import { type Bound, type Line, readAccess, readClaims } from '../line.ts';
import { notOpen, tooManyRequests } from '../refusals.ts';
import { hashSecret, newConversationKey, newSecret } from '../secrets.ts';
import type { Access } from '../talks.ts';
import { TOKEN_LIFETIME_SECONDS } from '../tokens.ts';
import { streamOrigin } from '../trustedOrigin.ts';
import { readWatermark } from '../watermark.ts';

/** Azure promises sixty seconds as well. */
const TICKET_LIFETIME_SECONDS = 60;

/**
 * `POST /v3/directline/conversations`: begins a conversation (201), or finds the one the token is bound to (200).
 *
 * The bot hears of it once, by one `conversationUpdate` that names both members, and never again on a reconnect.
 */
export async function beginConversation(line: Line, request: HttpRequest): Promise<HttpReply> {
  const claims = await readClaims(line, request.headers);
  const { conversationKey } = claims;
  if (conversationKey) return openStream(line, request, { ...claims, conversationKey }, 200, 0);
  const count = await line.counters.conversations(claims.exporterKey);
  if (!count.within) throw tooManyRequests(count.retryAfterSeconds);
  return begin(line, request, { ...claims, conversationKey: newConversationKey(line.random) });
}

async function begin(line: Line, request: HttpRequest, access: Bound): Promise<HttpReply> {
  const locale = localeIn(request.json());
  const update = conversationUpdate(access, locale);
  if (!(await line.talks.begin(access, update, languageOf(locale), line.clock()))) throw notOpen();
  line.wake(access.conversationKey);
  return openStream(line, request, access, 201, 0);
}

/**
 * `GET /v3/directline/conversations/{id}?watermark=`: a new stream, from the watermark on; without one from the start.
 */
export async function reconnect(line: Line, request: HttpRequest): Promise<HttpReply> {
  return openStream(line, request, await readAccess(line, request), 200, readWatermark(request.query));
}

/** `POST /v3/directline/tokens/refresh`: the same token with a new lifetime. */
export async function refreshToken(line: Line, request: HttpRequest): Promise<HttpReply> {
  const claims = await readClaims(line, request.headers);
  if (!(await line.talks.isWelcome(claims))) throw notOpen();
  const token = await line.tokens.issue(claims, line.clock());
  const body = { conversationId: claims.conversationKey ?? undefined, token, expires_in: TOKEN_LIFETIME_SECONDS };
  return { status: 200, body, headers: { 'cache-control': 'no-store' } };
}

async function openStream(
  line: Line,
  request: HttpRequest,
  access: Bound,
  status: number,
  watermark: number,
): Promise<HttpReply> {
  const ticket = newSecret(line.random);
  const expiresAt = new Date(line.clock().getTime() + TICKET_LIFETIME_SECONDS * 1000);
  if (!(await line.talks.keepTicket(access, hashSecret(ticket), expiresAt))) throw notOpen();
  const origin = streamOrigin(request.headers, line.publicUrl);
  const path = `/v3/directline/conversations/${access.conversationKey}/stream`;
  return {
    status,
    headers: { 'cache-control': 'no-store' },
    body: {
      conversationId: access.conversationKey,
      token: await line.tokens.issue(access, line.clock()),
      expires_in: TOKEN_LIFETIME_SECONDS,
      streamUrl: `${origin}${path}?watermark=${watermark}&t=${ticket}`,
    },
  };
}

function localeIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('locale' in body)) return undefined;
  return typeof body.locale === 'string' && body.locale.length <= 35 ? body.locale : undefined;
}

function conversationUpdate({ exporterKey, conversationKey }: Access, locale: string | undefined): WireActivity {
  const exporter = { id: exporterKey, role: 'user' };
  return {
    type: 'conversationUpdate',
    channelId: CHANNEL_ID,
    serviceUrl: `urn:${CHANNEL_ID}`,
    conversation: { id: conversationKey },
    from: exporter,
    recipient: BOT_ACCOUNT,
    membersAdded: [BOT_ACCOUNT, exporter],
    ...(locale && { locale }),
  };
}
