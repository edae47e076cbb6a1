import type { IncomingHttpHeaders } from 'node:http';
import type { HttpRequest } from '../http/index.ts';
import type { Log } from '../log.ts';
import type { ShowNow } from '../turns/showNow.ts';
import type { Language } from '../wireActivity.ts';
import type { Counter, Limits } from './limits.ts';
import type { OneAtATime } from './oneAtATime.ts';
import { notOpen } from './refusals.ts';
import type { Random } from './secrets.ts';
import type { Access, Announcements, WebTalks } from './talks.ts';
import type { TokenClaims, Tokens } from './tokens.ts';

/** What every endpoint works with. */
export interface Line {
  readonly talks: WebTalks;
  readonly tokens: Tokens;
  readonly announcements: Announcements;
  readonly counters: Counters;
  /** Keeps what is posted to one conversation in the order in which it came. */
  readonly inOrder: OneAtATime;
  readonly limits: Limits;
  readonly clock: () => Date;
  readonly random: Random;
  readonly log: Log;
  readonly publicUrl: string | undefined;
  readonly trustedOrigins: readonly string[];
  /** Asks an exporter, kindly, to slow down. */
  readonly tooFast: (language: Language) => string;
  /** Shows something now, or never. */
  readonly showNow: ShowNow;
  /** Runs the turns that a conversation waits for. */
  readonly wake: (conversationKey: string) => void;
}

/** Counts what {@link Limits} bounds, for this process. */
export interface Counters {
  readonly tokens: Counter;
  readonly conversations: Counter;
  readonly activities: Counter;
  readonly flood: Counter;
  readonly polls: Counter;
}

/**
 * What the bearer token of a request says.
 *
 * @throws {Refusal} 403 when there is none that counts here and now
 */
export async function readClaims(line: Line, headers: IncomingHttpHeaders): Promise<TokenClaims> {
  const [, token] = headers.authorization?.match(/^Bearer ([\w.-]+)$/i) ?? [];
  const claims = token ? await line.tokens.read(token, line.clock()) : null;
  const isElsewhere = claims?.origin && headers.origin && claims.origin !== headers.origin;
  if (!claims || isElsewhere) throw notOpen();
  return claims;
}

/** The right to one conversation, and the origin its token is bound to. */
export type Bound = Access & { readonly origin: string | null };

/**
 * The right to the conversation that the path names, as far as the token can tell; storage has the last word.
 *
 * A token begins without a conversation and is bound to one when it is begun; from then on it opens only that one.
 *
 * @throws {Refusal} 403
 */
export async function readAccess(line: Line, { headers, params }: HttpRequest): Promise<Bound> {
  const claims = await readClaims(line, headers);
  const { conversationKey } = claims;
  if (conversationKey === null || conversationKey !== params.conversationKey) throw notOpen();
  return { ...claims, conversationKey };
}
