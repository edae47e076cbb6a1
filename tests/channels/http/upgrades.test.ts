import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WebSocket, WebSocketServer } from 'ws';
import { Refusal, type UpgradeRequest } from '../../../src/channels/http/index.ts';
import { sayRaw } from '../../support/rawHttp.ts';
import { serve, type TestHttp } from '../../support/testHttp.ts';

const sockets = new WebSocketServer({ noServer: true });

let http: TestHttp;
beforeAll(async () => {
  http = await serve([
    {
      routes: [{ method: 'GET', path: '/talks/:key/stream', handle: () => ({ status: 426, body: 'upgrade' }) }],
      upgrades: [{ path: '/talks/:key/stream', handle: greet }],
    },
  ]);
});
afterAll(() => http.stop());

/** Says who came, over the accepted socket; `closed` is refused and `broken` is a bug. */
function greet({ params, query, request, socket, head }: UpgradeRequest) {
  if (params.key === 'closed') throw new Refusal(403, 'Closed', 'Not here.');
  if (params.key === 'broken') throw new Error('a bug');
  sockets.handleUpgrade(request, socket, head, (open) => {
    open.send(`${params.key} ${query.get('t')}`);
    open.close();
  });
}

function upgradeTo(path: string, protocol = 'websocket') {
  const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n';
  return `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n${key}\r\n`;
}

describe('upgrades', () => {
  it('reach the channel of their address', async () => {
    const socket = new WebSocket(`ws://127.0.0.1:${http.port}/talks/a%20b/stream?t=7`);
    const said = await new Promise((resolve) => socket.once('message', (data) => resolve(String(data))));
    expect(said).toBe('a b 7');
  });

  it('are refused with the status the channel names', async () => {
    expect(await sayRaw(http.port, upgradeTo('/talks/closed/stream'))).toMatch(/^HTTP\/1.1 403 Forbidden\r\n/);
  });

  it('say nothing of a bug', async () => {
    expect(await sayRaw(http.port, upgradeTo('/talks/broken/stream'))).toBe(
      'HTTP/1.1 500 Internal Server Error\r\nConnection: close\r\nContent-Length: 0\r\n\r\n',
    );
  });

  it('that never end are cut when the server has waited long enough', async () => {
    const silent = await serve([
      {
        routes: [],
        upgrades: [{ path: '/silent', handle: ({ socket }) => void socket.write('HTTP/1.1 101 x\r\n\r\n') }],
      },
    ]);
    const answer = sayRaw(silent.port, upgradeTo('/silent'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    await silent.stop();
    expect(await answer).toMatch(/^HTTP\/1.1 101 /);
  });

  it('to other addresses and other protocols are answered as plain requests', async () => {
    const closing = (text: string) => text.replace('Connection: Upgrade', 'Connection: Upgrade, close');
    expect(await sayRaw(http.port, closing(upgradeTo('/nowhere')))).toMatch(/^HTTP\/1.1 404 /);
    expect(await sayRaw(http.port, closing(upgradeTo('/talks/a/stream', 'h2c')))).toMatch(/^HTTP\/1.1 426 /);
  });
});
