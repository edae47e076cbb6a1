import type { IncomingMessage, ServerResponse } from 'node:http';

const MOST_BYTES = 1_048_576;
const MOST_MS = 2_000;

/**
 * Lets a client that is still sending read our refusal, without listening to it for ever.
 *
 * Closing at once would reset the connection before the answer arrives; what comes after a megabyte or two seconds
 * is cut off.
 */
export function discardRest(request: IncomingMessage, response: ServerResponse): void {
  if (request.complete) return;
  const cut = () => request.socket.destroy();
  const timer = setTimeout(cut, MOST_MS);
  timer.unref();
  let bytes = 0;
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) cut();
  });
  request.once('close', () => clearTimeout(timer));
  response.once('close', () => clearTimeout(timer));
  request.resume();
}
