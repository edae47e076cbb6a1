import type { Readable } from 'node:stream';

/**
 * Reads a body to its end but keeps only its start: the client gets our answer instead of a reset, and we need no
 * room for what it sends.
 *
 * @param mostBytes reading stops beyond them
 */
export async function readStart(
  body: Readable,
  keepBytes: number,
  mostBytes: number,
): Promise<{ start: Buffer; isTooLarge: boolean }> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of body.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    if (bytes < keepBytes) chunks.push(chunk.subarray(0, keepBytes - bytes));
    bytes += chunk.length;
    if (bytes > mostBytes) break;
  }
  return { start: Buffer.concat(chunks), isTooLarge: bytes > mostBytes };
}
