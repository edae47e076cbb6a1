import type { IncomingMessage, ServerResponse } from 'node:http';
import { URL } from 'node:url';
import type { Logger } from 'pino';
import { discardRest } from './discardRest.ts';
import { Refusal } from './refusal.ts';
import type { HttpReply } from './route.ts';
import { sendReply } from './sendReply.ts';

/** What answering needs, whatever the route. */
export interface ExchangeOptions {
  log: Logger;
  newId(): string;
  elapsed(): number;
  safe: Readonly<Record<string, string>>;
  observe(route: string, method: string, status: number, seconds: number): void;
}

/** One request and its answer. */
export interface Exchange {
  id: string;
  url: URL;
  /** Pattern of the route, for log and figures; `none` until one is found. */
  route: string;
  send(reply: HttpReply): void;
  /** Answers an error: a {@link Refusal} as it says, anything else as 500 with nothing but the request's id. */
  fail(error: unknown): void;
}

const opened = new WeakMap<IncomingMessage, Exchange>();

/** The exchange of a request that {@link openExchange} was called for. */
export function exchangeOf(request: IncomingMessage): Exchange {
  const exchange = opened.get(request);
  if (!exchange) throw new Error('a request came in beside the front door');
  return exchange;
}

/**
 * Starts to answer one request. Log and figures hold the route's pattern, the status and the time, never the path, the
 * query, the body or who asked.
 *
 * @returns undefined when its address is so broken that it has been refused already
 */
export function openExchange(
  request: IncomingMessage,
  response: ServerResponse,
  options: ExchangeOptions,
): Exchange | undefined {
  const id = options.newId();
  const url = URL.parse(`http://${request.headers.host ?? 'localhost'}${request.url}`);
  const log = options.log.child({ requestId: id });
  const send = (reply: HttpReply) => sendReply(response, reply, id, options.safe);
  const exchange: Exchange = {
    id,
    url: url ?? new URL('http://localhost/'),
    route: 'none',
    send,
    fail(error) {
      if (!(error instanceof Refusal)) log.error({ err: error, route: exchange.route }, 'a request failed');
      send(replyOf(error));
      discardRest(request, response);
    },
  };
  const begun = options.elapsed();
  response.once('close', () => note(exchange, request, response, options.elapsed() - begun, log, options));
  opened.set(request, exchange);
  if (url && request.url?.startsWith('/')) return exchange;
  exchange.fail(new Refusal(400, 'BadAddress', 'The address cannot be read.', { connection: 'close' }));
  return undefined;
}

function replyOf(error: unknown): HttpReply {
  if (!(error instanceof Refusal))
    return { status: 500, body: { error: { code: 'InternalError', message: 'Something went wrong here.' } } };
  const { status, code, message, headers } = error;
  return { status, headers, body: { error: { code, message } } };
}

function note(
  exchange: Exchange,
  request: IncomingMessage,
  response: ServerResponse,
  milliseconds: number,
  log: Logger,
  options: ExchangeOptions,
): void {
  const { route } = exchange;
  const method = request.method ?? '';
  const status = response.writableFinished ? response.statusCode : 499;
  options.observe(route, method, status, milliseconds / 1_000);
  log.debug({ route, method, status, milliseconds: Math.round(milliseconds) }, 'answered');
}
