import { z } from 'zod';
import type { HttpReply, HttpRequest } from '../../http/index.ts';
import type { Line } from '../line.ts';
import { tooManyRequests, untrustedOrigin } from '../refusals.ts';
import { hashSecret, newExporterKey, newSecret } from '../secrets.ts';
import type { Holder } from '../talks.ts';
import { TOKEN_LIFETIME_SECONDS } from '../tokens.ts';
import { isTrustedOrigin } from '../trustedOrigin.ts';

const requestSchema = z
  .object({
    /** The secret an earlier answer carried; lives until revoked. */
    resume: z.string().max(200).optional().catch(undefined),
    /** An earlier token, if it still counts. */
    token: z.string().max(4_000).optional().catch(undefined),
    /** Which of their conversations to go on with; the latest unless said. */
    conversationId: z.string().max(200).optional().catch(undefined),
  })
  .catch({});

/**
 * `POST /chat/token`: a token for an anonymous exporter, or a new one for an exporter who returns.
 *
 * Who brings a resume secret or a token that counts is the same exporter again, and the token is bound to their
 * conversation (`conversationId` in the answer). Anybody else, a forged secret included, is a new exporter, and the
 * answer carries `resume`: the secret to return with, shown this once.
 */
export async function issueToken(line: Line, request: HttpRequest): Promise<HttpReply> {
  if (!isTrustedOrigin(request.headers, line.trustedOrigins)) throw untrustedOrigin();
  const count = await line.counters.tokens(request.clientAddress);
  if (!count.within) throw tooManyRequests(count.retryAfterSeconds);
  const asked = requestSchema.parse(request.json());
  const returning = await findReturning(line, asked);
  if (!returning) return welcomeNew(line, request);
  const conversationKey = await line.talks.findConversation(returning.exporterKey, asked.conversationId ?? null);
  return answer(line, request, returning, conversationKey, null);
}

async function findReturning(line: Line, { resume, token }: z.infer<typeof requestSchema>): Promise<Holder | null> {
  const known = resume ? await line.talks.findReturning(hashSecret(resume), line.clock()) : null;
  if (known || !token) return known;
  const claims = await line.tokens.read(token, line.clock());
  return claims && (await line.talks.isWelcome(claims)) ? claims : null;
}

async function welcomeNew(line: Line, request: HttpRequest): Promise<HttpReply> {
  const resume = newSecret(line.random);
  const exporterKey = newExporterKey(line.random);
  const holder = await line.talks.enrol({ exporterKey, resumeHash: hashSecret(resume), now: line.clock() });
  return answer(line, request, holder, null, resume);
}

async function answer(
  line: Line,
  { headers }: HttpRequest,
  { exporterKey, generation }: Holder,
  conversationKey: string | null,
  resume: string | null,
): Promise<HttpReply> {
  const claims = { exporterKey, generation, conversationKey, origin: headers.origin ?? null };
  const token = await line.tokens.issue(claims, line.clock());
  const body = {
    token,
    userId: exporterKey,
    expires_in: TOKEN_LIFETIME_SECONDS,
    ...(conversationKey && { conversationId: conversationKey }),
    ...(resume && { resume }),
  };
  return { status: 200, body, headers: { 'cache-control': 'no-store' } };
}
