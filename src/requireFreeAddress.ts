import { once } from 'node:events';
import { createServer } from 'node:net';
import { listenFault } from './listenFault.ts';

/**
 * Tells an operator at once, and not after half a minute of learning, that the address cannot be listened at.
 *
 * Somebody may still take it before we do: listening itself can fail as well.
 *
 * @throws {StartFault}
 */
export async function requireFreeAddress(host: string, port: number): Promise<void> {
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
    server.close();
    await once(server, 'close');
  } catch (error) {
    throw listenFault(error, host, port);
  }
}
