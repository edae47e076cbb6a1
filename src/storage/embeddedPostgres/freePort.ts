import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/**
 * A port of the loopback address that is free just now; the wanted one if possible.
 *
 * Somebody may take it before it is used: who uses it has to be ready to ask again.
 */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  try {
    server.listen(wanted, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  } catch (error) {
    if (wanted === 0) throw error;
    return freePort();
  } finally {
    server.close();
  }
}
