import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { clientAddress } from './clientAddress.ts';
import { matchPath } from './matchPath.ts';
import { Refusal } from './refusal.ts';
import type { UpgradeRoute } from './route.ts';

/** What WebSocket handshakes need from outside. */
export interface UpgradeOptions {
  upgrades: readonly UpgradeRoute[];
  log: Logger;
  newId(): string;
  isBehindProxy: boolean;
}

/** The two questions of Node's server about an upgrade. */
export interface Upgrades {
  /** Is this a WebSocket for an address that takes one? If not, it is answered like any other request. */
  isWelcome(request: IncomingMessage): boolean;
  take(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Ends every socket that is still open, whatever it was doing. */
  cutAll(): void;
}

/** Hands WebSocket handshakes to the channel whose address they name. */
export function createUpgrades(options: UpgradeOptions): Upgrades {
  const open = new Set<Duplex>();
  return {
    isWelcome: (request) =>
      request.headers.upgrade?.toLowerCase() === 'websocket' && findUpgrade(options.upgrades, request) !== undefined,
    take: (request, socket, head) => {
      open.add(socket);
      socket.once('close', () => open.delete(socket));
      void take(request, socket, head, options);
    },
    cutAll: () => {
      for (const socket of open) socket.destroy();
    },
  };
}

function findUpgrade(upgrades: readonly UpgradeRoute[], request: IncomingMessage) {
  const url = URL.parse(`http://localhost${request.url}`);
  if (!url || request.method !== 'GET') return undefined;
  for (const upgrade of upgrades) {
    const params = matchPath(upgrade.path, url.pathname);
    if (params) return { upgrade, url, params };
  }
  return undefined;
}

async function take(request: IncomingMessage, socket: Duplex, head: Buffer, options: UpgradeOptions): Promise<void> {
  // From here on the socket is ours: an unheard error on it would end the process.
  socket.on('error', () => socket.destroy());
  const found = findUpgrade(options.upgrades, request);
  const id = options.newId();
  try {
    if (!found) throw new Refusal(404, 'NotFound', 'Nothing is here.');
    const { url, params } = found;
    const address = clientAddress(request, options.isBehindProxy);
    const query = url.searchParams;
    await found.upgrade.handle({
      id,
      path: url.pathname,
      params,
      query,
      clientAddress: address,
      request,
      socket,
      head,
    });
  } catch (error) {
    if (!(error instanceof Refusal)) options.log.error({ err: error, requestId: id }, 'a handshake failed');
    refuse(socket, error instanceof Refusal ? error.status : 500);
  }
}

function refuse(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
