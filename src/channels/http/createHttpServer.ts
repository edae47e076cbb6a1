import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createRouter } from './createRouter.ts';
import { createUpgrades } from './createUpgrades.ts';
import type { Metrics } from './metrics.ts';
import type { Channel } from './route.ts';
import { safeHeaders } from './safeHeaders.ts';

/** What the server needs from outside. */
export interface HttpServerOptions {
  channels: readonly Channel[];
  log: Logger;
  metrics: Metrics;
  /** Makes a unique id for each request. */
  newId(): string;
  /** Milliseconds that only grow, for durations. */
  elapsed(): number;
  /** The public address is https. */
  isHttps: boolean;
  /** Our own proxy stands in front, and nobody can go around it. */
  isBehindProxy: boolean;
}

/** The server, once it can be reached. */
export interface HttpServer {
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Takes no more requests, waits for those that run, then cuts what is left. */
  stop(patienceMs: number): Promise<void>;
}

/**
 * Slow clients lose their place: a header has ten seconds, a whole request two minutes, which is how long Web Chat
 * itself waits for a photograph over a weak line. Looked at every five seconds. Answers are not limited.
 */
const LIMITS = {
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  connectionsCheckingInterval: 5_000,
  keepAliveTimeout: 65_000,
  maxHeaderSize: 16_384,
};
const MOST_CONNECTIONS = 5_000;

/**
 * Builds the HTTP server: Node's own in front with its limits, restify behind it as the router.
 *
 * restify makes its server without options, so ours stands in front and hands requests on: only so can the time for
 * headers be bounded, and a WebSocket handshake be told from other upgrades.
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { channels, metrics } = options;
  const routes = channels.flatMap((channel) => channel.routes);
  const upgrades = createUpgrades({ ...options, upgrades: channels.flatMap((channel) => channel.upgrades ?? []) });
  const answer = createRouter({ ...options, routes, safe: safeHeaders(options.isHttps), observe: metrics.observe });
  const server = createServer({ ...LIMITS, shouldUpgradeCallback: upgrades.isWelcome }, answer);
  server.maxConnections = MOST_CONNECTIONS;
  server.on('upgrade', upgrades.take);
  return {
    async listen(port, host) {
      server.listen(port, host);
      await once(server, 'listening');
      return server.address() as AddressInfo;
    },
    async stop(patienceMs) {
      const closed = close(server);
      const finished = Promise.all([closed, ...channels.map((channel) => channel.stop?.())]);
      await Promise.race([finished, sleep(patienceMs, undefined, { ref: false })]);
      server.closeAllConnections();
      // Node no longer counts them among its connections, but its server closes only after them.
      upgrades.cutAll();
      await closed;
    },
  };
}

async function close(server: Server): Promise<void> {
  if (!server.listening) return;
  server.close();
  await once(server, 'close');
}
