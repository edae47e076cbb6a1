import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino } from 'pino';
import restify, { type Next, type Request, type Response, type Server, type ServerOptions } from 'restify';
import { clientAddress } from './clientAddress.ts';
import { type Exchange, type ExchangeOptions, exchangeOf, openExchange } from './exchange.ts';
import { parseJson, readBody } from './readBody.ts';
import { Refusal } from './refusal.ts';
import type { HttpRequest, Route } from './route.ts';

/** What the router needs from outside. */
export interface RouterOptions extends ExchangeOptions {
  routes: readonly Route[];
  isBehindProxy: boolean;
}

/** restify writes whole requests to its log, tokens among them. */
const SILENT = pino({ level: 'silent' }) as unknown as ServerOptions['log'];
const DEFAULT_BODY_BYTES = 65_536;

const VERBS = {
  GET: 'get',
  POST: 'post',
  PUT: 'put',
  PATCH: 'patch',
  DELETE: 'del',
  OPTIONS: 'opts',
} as const satisfies Record<Route['method'], keyof Server>;

/**
 * Routes requests by restify, without its body parser, formatters and error texts.
 *
 * @returns takes one request; it never throws and always answers
 */
export function createRouter(options: RouterOptions): (request: IncomingMessage, response: ServerResponse) => void {
  const server = restify.createServer({ name: '', log: SILENT });
  server.pre(refuseEncodedBodies);
  server.on('restifyError', answerError);
  for (const route of options.routes) mount(server, route, options.isBehindProxy);
  const inner = server.server;
  return (request, response) => {
    if (openExchange(request, response, options)) inner.emit('request', request, response);
  };
}

/** A packed body can be a bomb, and restify dies of broken ones. No client of ours packs what it sends. */
function refuseEncodedBodies(request: Request, _response: Response, next: Next): void {
  const isEncoded = request.headers['content-encoding'] !== undefined;
  next(isEncoded ? new Refusal(415, 'EncodedBody', 'Send the body as it is.', { connection: 'close' }) : undefined);
}

function mount(server: Server, route: Route, isBehindProxy: boolean): void {
  const serve = async (request: Request, _response: Response) => {
    const exchange = exchangeOf(request);
    exchange.route = route.path;
    try {
      exchange.send(await route.handle(await readRequest(request, route, exchange, isBehindProxy)));
    } catch (error) {
      exchange.fail(error);
    }
  };
  server[VERBS[route.method]](route.path, serve);
  if (route.method === 'GET') server.head(route.path, serve);
}

async function readRequest(
  request: Request,
  route: Route,
  exchange: Exchange,
  isBehindProxy: boolean,
): Promise<HttpRequest> {
  const { maxBodyBytes = DEFAULT_BODY_BYTES } = route;
  const body = maxBodyBytes === 'unread' ? Buffer.alloc(0) : await readBody(request, maxBodyBytes);
  return {
    id: exchange.id,
    method: request.method ?? '',
    path: exchange.url.pathname,
    params: { ...request.params },
    query: exchange.url.searchParams,
    headers: request.headers,
    body,
    json: () => parseJson(body, request.headers['content-type']),
    clientAddress: clientAddress(request, isBehindProxy),
    stream: request,
  };
}

/** Takes the place of restify's own answer, which would tell the path and log the request: so `next` is not called. */
function answerError(request: Request, _response: Response, error: { statusCode?: number }): void {
  exchangeOf(request).fail(refusalOf(error));
}

function refusalOf(error: unknown): unknown {
  if (error instanceof Refusal) return error;
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === 404) return new Refusal(404, 'NotFound', 'Nothing is here.');
  if (statusCode === 405) return new Refusal(405, 'MethodNotAllowed', 'This address takes other methods.');
  return error;
}
