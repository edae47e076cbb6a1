import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { newWamid } from './whatsAppPhone.ts';

/** A body that was posted, as it came. */
export interface Posted {
  readonly body: Record<string, unknown>;
  readonly wamid: string;
  readonly at: number;
}

/**
 * How the stand-in behaves for one message.
 *
 * `accept`: 200 with an id. `refuse`: an error of Meta. `html`: a page of some machine between. `hang`: takes the message
 * and never answers. `cut`: takes it and breaks the line.
 */
export type Behaviour =
  | { readonly kind: 'accept' }
  | { readonly kind: 'refuse'; readonly status: number; readonly code: number }
  | { readonly kind: 'html'; readonly status: number }
  | { readonly kind: 'hang' }
  | { readonly kind: 'cut' };

/** Meta's Graph API as far as messages go, on a free port of this machine. */
export interface GraphStandIn {
  /** For `WHATSAPP_GRAPH_URL`. */
  readonly url: string;
  /** Messages that were taken, in order. */
  readonly taken: Posted[];
  /** Read marks and typing. */
  readonly marks: Record<string, unknown>[];
  /** Everything that was asked, refused or not. */
  readonly requests: Record<string, unknown>[];
  /** The next messages behave so, one after another; afterwards all are accepted. */
  readonly script: Behaviour[];
  /** Decides for a message beyond the script. */
  behave: (body: Record<string, unknown>) => Behaviour;
  /** Told of each message that was taken. */
  onTaken: (posted: Posted) => void;
  /** Told of each read mark. */
  onMark: (body: Record<string, unknown>) => void;
  stop(): Promise<void>;
}

const ACCEPT: Behaviour = { kind: 'accept' };

/**
 * Starts it.
 *
 * @param accessToken the only one that counts; others are answered with error 190
 */
export async function startGraphStandIn(accessToken: string): Promise<GraphStandIn> {
  let count = 0;
  const origin = randomBytes(4).toString('hex');
  const standIn: Omit<GraphStandIn, 'url' | 'stop'> = {
    taken: [],
    marks: [],
    requests: [],
    script: [],
    behave: () => ACCEPT,
    onTaken: () => undefined,
    onMark: () => undefined,
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = JSON.parse(await textOf(request)) as Record<string, unknown>;
    standIn.requests.push(body);
    if (request.headers.authorization !== `Bearer ${accessToken}`) return refuse(response, 401, 190);
    if (body.status === 'read') {
      standIn.marks.push(body);
      standIn.onMark(body);
      return say(response, 200, { success: true });
    }
    await behave(standIn.script.shift() ?? standIn.behave(body), body, response);
  }

  async function behave(behaviour: Behaviour, body: Record<string, unknown>, response: ServerResponse) {
    if (behaviour.kind === 'refuse') return refuse(response, behaviour.status, behaviour.code);
    if (behaviour.kind === 'html') return page(response, behaviour.status);
    const posted = { body, wamid: `${newWamid(String(body.to ?? ''))}${origin}${++count}`, at: performance.now() };
    standIn.taken.push(posted);
    standIn.onTaken(posted);
    if (behaviour.kind === 'hang') return;
    if (behaviour.kind === 'cut') return void response.destroy();
    const contacts = [{ input: body.to ?? body.recipient, wa_id: body.to }];
    say(response, 200, { messaging_product: 'whatsapp', contacts, messages: [{ id: posted.wamid }] });
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => say(response, 500, { error: { code: 1, message: String(error) } }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return Object.assign(standIn, {
    url: `http://127.0.0.1:${port}/v26.0`,
    async stop() {
      server.close();
      server.closeAllConnections();
      await sleep(0);
    },
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

function say(response: ServerResponse, status: number, body: object): void {
  write(response, status, 'application/json', JSON.stringify(body));
}

/** Without `writeHead`, which restify changes for every server of the process. */
function write(response: ServerResponse, status: number, type: string, text: string): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.end(text);
}

function refuse(response: ServerResponse, status: number, code: number): void {
  const details = { messaging_product: 'whatsapp', details: 'as the stand-in was told' };
  say(response, status, { error: { message: `(#${code})`, type: 'OAuthException', code, error_data: details } });
}

function page(response: ServerResponse, status: number): void {
  write(response, status, 'text/html', '<html><body>Sorry, something went wrong</body></html>');
}
