import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/**
 * Speaks HTTP by hand, for what no client would send.
 *
 * @param bytes the request, exactly as it goes over the line
 * @returns everything that came back until the server closed
 */
export async function sayRaw(port: number, bytes: string | Buffer): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(bytes);
  return heard(socket);
}

/** Everything that comes until the other side closes, orderly or not. */
export async function heard(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk) => chunks.push(chunk));
  socket.on('error', () => undefined);
  await once(socket, 'close');
  return Buffer.concat(chunks).toString('latin1');
}
