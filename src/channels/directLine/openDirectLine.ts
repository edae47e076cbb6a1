import { WebSocketServer } from 'ws';
import type { Channel, HttpReply, HttpRequest, Route } from '../http/index.ts';
import type { Log } from '../log.ts';
import type { ShowNow } from '../turns/showNow.ts';
import type { Language } from '../wireActivity.ts';
import { acceptStream } from './acceptStream.ts';
import { MOST_ACTIVITY_BYTES, postActivity, postUpload, readActivities } from './endpoints/activities.ts';
import { beginConversation, reconnect, refreshToken } from './endpoints/conversations.ts';
import { issueToken } from './endpoints/issueToken.ts';
import { countTimes, LIMITS, type Limits } from './limits.ts';
import type { Counters, Line } from './line.ts';
import { oneAtATime } from './oneAtATime.ts';
import type { Random } from './secrets.ts';
import { openStreams } from './streams.ts';
import type { Announcements, WebTalks } from './talks.ts';
import { openTokens } from './tokens.ts';

/** What the web channel needs from outside. */
export interface DirectLineOptions {
  readonly talks: WebTalks;
  readonly announcements: Announcements;
  readonly showNow: ShowNow;
  /** Wakes the turns of a conversation, see `runTurns`. */
  readonly wake: (conversationKey: string) => void;
  /** The installation's secret. */
  readonly secret: string;
  readonly clock: () => Date;
  readonly random: Random;
  readonly log: Log;
  /** Asks an exporter, kindly, to slow down. */
  readonly tooFast: (language: Language) => string;
  /** Origin under which exporters reach us; absent: the one they came by. */
  readonly publicUrl?: string | undefined;
  /** Origins of other pages that may hold the chat; none unless said. */
  readonly trustedOrigins?: readonly string[];
  readonly limits?: Limits;
}

const BASE = '/v3/directline';
const CONVERSATION = `${BASE}/conversations/:conversationKey`;

/** A client has nothing to say over a stream. */
const MOST_FRAME_BYTES = 1024;

/** Opens the web channel; it is closed by the server that serves it. */
export function openDirectLine(options: DirectLineOptions): Channel {
  const { limits = LIMITS, publicUrl, trustedOrigins = publicUrl ? [publicUrl] : [], secret, ...rest } = options;
  const tokens = openTokens(secret);
  const counters = countersOf(limits);
  const line: Line = { ...rest, tokens, limits, publicUrl, trustedOrigins, counters, inOrder: oneAtATime() };
  const streams = openStreams(line);
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MOST_FRAME_BYTES, perMessageDeflate: false });
  return {
    routes: routesOf(line),
    upgrades: [{ path: `${CONVERSATION}/stream`, handle: (upgrade) => acceptStream(line, streams, sockets, upgrade) }],
    stop: async () => streams.close(),
  };
}

type Size = NonNullable<Route['maxBodyBytes']>;
type Endpoint = (line: Line, request: HttpRequest) => Promise<HttpReply>;

function routesOf(line: Line): Route[] {
  const route = (method: Route['method'], path: string, endpoint: Endpoint, maxBodyBytes: Size = 8_192): Route => ({
    method,
    path,
    maxBodyBytes,
    handle: (request) => endpoint(line, request),
  });
  return [
    route('POST', '/chat/token', issueToken),
    route('POST', `${BASE}/tokens/refresh`, refreshToken),
    route('POST', `${BASE}/conversations`, beginConversation),
    route('GET', CONVERSATION, reconnect),
    route('GET', `${CONVERSATION}/activities`, readActivities),
    route('POST', `${CONVERSATION}/activities`, postActivity, MOST_ACTIVITY_BYTES),
    route('POST', `${CONVERSATION}/upload`, postUpload, 'unread'),
  ];
}

function countersOf(limits: Limits): Counters {
  return {
    tokens: countTimes(limits.tokensPerAddress),
    conversations: countTimes(limits.conversationsPerExporter),
    activities: countTimes(limits.activitiesPerExporter),
    flood: countTimes(limits.floodPerExporter),
    polls: countTimes(limits.pollsPerExporter),
  };
}
