import type { IncomingMessage } from 'node:http';
import { Refusal } from './refusal.ts';

/**
 * Reads a request's body whole, up to a limit that counts real bytes.
 *
 * restify's own body parser is not used: a bad gzip header ends the process there, and its limit counts packed bytes.
 *
 * @throws {Refusal} 413 as soon as the limit is passed, 400 when the client hangs up in the middle
 */
export function readBody(request: IncomingMessage, maxBytes: number): Promise<Buffer> {
  const declaredBytes = Number(request.headers['content-length'] ?? 0);
  if (declaredBytes > maxBytes) return Promise.reject(tooLarge(maxBytes));
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes <= maxBytes) chunks.push(chunk);
      else reject(tooLarge(maxBytes));
    });
    request.once('end', () => resolve(Buffer.concat(chunks)));
    request.once('error', () => reject(new Refusal(400, 'BodyCutOff', 'The request ended too early.')));
  });
}

/**
 * Reads JSON once it is asked for.
 *
 * @throws {Refusal} 415 for another content type, 400 for broken JSON or text that is not UTF-8
 */
export function parseJson(body: Buffer, contentType: string | undefined): unknown {
  if (body.length === 0) return undefined;
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(contentType ?? ''))
    throw new Refusal(415, 'NotJson', 'Send application/json.');
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    throw new Refusal(400, 'BrokenJson', 'The body is not JSON in UTF-8.');
  }
}

function tooLarge(maxBytes: number): Refusal {
  return new Refusal(413, 'BodyTooLarge', `The body may have ${maxBytes} bytes.`, { connection: 'close' });
}
