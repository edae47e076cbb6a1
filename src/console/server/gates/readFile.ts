import { type HttpRequest, Refusal } from '../../../channels/http/index.ts';

/**
 * Reads a file as it is sent.
 *
 * @throws {Refusal} 413 as soon as it is larger than allowed
 */
export async function readFile({ stream, headers }: HttpRequest, mostBytes: number): Promise<Buffer> {
  const tooLarge = new Refusal(413, 'BodyTooLarge', `A file may have ${mostBytes} bytes.`, { connection: 'close' });
  if (Number(headers['content-length'] ?? 0) > mostBytes) throw tooLarge;
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of stream as AsyncIterable<Buffer>) {
    bytes += part.length;
    if (bytes > mostBytes) throw tooLarge;
    parts.push(part);
  }
  return Buffer.concat(parts);
}
