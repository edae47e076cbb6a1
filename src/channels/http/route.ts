import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { Duplex, Readable } from 'node:stream';

/** One HTTP request, read whole, as a channel sees it. */
export interface HttpRequest {
  /** Unique; it is in the answer's `x-request-id` and in the log. */
  id: string;
  method: string;
  path: string;
  /** Parts of the path that the route names, decoded. A final `*` is in `'*'`. */
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: IncomingHttpHeaders;
  /** The raw bytes, for signatures; empty when there is no body. */
  body: Buffer;
  /**
   * The body as JSON, still to be parsed by a schema; undefined when there is no body.
   *
   * @throws {Refusal} 415 for another content type, 400 for broken JSON
   */
  json(): unknown;
  /** For rate limits only, never for the log. */
  clientAddress: string;
  /** The body as it arrives, for routes with `maxBodyBytes: 'unread'`; others find it read to its end. */
  stream: Readable;
}

/** What to answer. */
export interface HttpReply {
  status: number;
  /**
   * Lower case names. They win over the safe ones that every answer gets; `undefined` takes one of those away. A list is
   * one header for each value: cookies.
   */
  headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** Text and bytes go out as they are and need a `content-type`; anything else goes out as JSON. */
  body?: unknown;
}

/** One address of the server. */
export interface Route {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS';
  /** As restify writes it: `/v3/directline/conversations/:conversationId/activities`, `/assets/*`. */
  path: string;
  /** 64 kB unless said; `'unread'` leaves reading, and its limits, to the route. */
  maxBodyBytes?: number | 'unread';
  /** May throw a {@link Refusal}; any other error is a bug: it is logged and answered with 500. */
  handle(request: HttpRequest): Promise<HttpReply> | HttpReply;
}

/** A WebSocket handshake that has come in, not yet accepted. */
export interface UpgradeRequest {
  id: string;
  path: string;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  clientAddress: string;
  /** For `ws`: `new WebSocketServer({ noServer: true }).handleUpgrade(request, socket, head, …)`. */
  request: IncomingMessage;
  socket: Duplex;
  head: Buffer;
}

/** One address that takes WebSockets. */
export interface UpgradeRoute {
  /** As in {@link Route}, without `*`. */
  path: string;
  /** Accepts the socket; a {@link Refusal} refuses it with that status. */
  handle(upgrade: UpgradeRequest): Promise<void> | void;
}

/** What a channel adds to the server. */
export interface Channel {
  routes: readonly Route[];
  upgrades?: readonly UpgradeRoute[];
  /** Called once when the server stops, before it waits for what is still running. */
  stop?(): Promise<void>;
}
