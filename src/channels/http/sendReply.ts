import type { ServerResponse } from 'node:http';
import type { HttpReply } from './route.ts';

/** Writes an answer with the safe headers and the request's id; does nothing when the client has gone. */
export function sendReply(
  response: ServerResponse,
  reply: HttpReply,
  requestId: string,
  safe: Readonly<Record<string, string>>,
): void {
  if (response.headersSent || response.destroyed) return;
  const isRaw = typeof reply.body === 'string' || reply.body instanceof Uint8Array || reply.body === undefined;
  const content = isRaw ? reply.body : JSON.stringify(reply.body);
  const type = isRaw ? {} : { 'content-type': 'application/json; charset=utf-8' };
  const headers = { ...safe, 'x-request-id': requestId, ...type, ...reply.headers };
  for (const [name, value] of Object.entries(headers)) if (value !== undefined) response.setHeader(name, value);
  response.statusCode = reply.status;
  response.end(content);
}
