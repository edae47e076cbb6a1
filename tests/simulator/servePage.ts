import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { z } from 'zod';
import type { Phones } from './phones.ts';

export interface PageOptions {
  readonly port: number;
  /** Where the page's files are. */
  readonly folder: string;
  readonly phones: Phones;
  readonly tellLater: (number: string, text: string) => Promise<boolean>;
}

const FILES: Readonly<Record<string, readonly [string, string]>> = {
  '/': ['phone.html', 'text/html; charset=utf-8'],
  '/phone.css': ['phone.css', 'text/css; charset=utf-8'],
  '/phone.js': ['phone.js', 'text/javascript; charset=utf-8'],
};

const number = z.string().regex(/^\d{8,15}$/);
const text = z.string().min(1).max(4_096);
const tap = z.object({ id: z.string(), title: z.string(), description: z.string().optional() });
const orderSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('say'), number, text }),
  z.object({ do: z.literal('tap'), number, tap, kind: z.enum(['button_reply', 'list_reply', 'button']) }),
  z.object({ do: z.literal('attach'), number, kind: z.string().max(20) }),
  z.object({ do: z.literal('look'), number }),
  z.object({ do: z.literal('later'), number, text }),
  z.object({ do: z.literal('pass'), hours: z.number().min(0).max(1_000) }),
  z.object({ do: z.literal('mood'), mood: z.enum(['well', 'slow', 'error', 'gone', 'refusing']) }),
]);
type Order = z.infer<typeof orderSchema>;

/** Serves the phone on the loopback address: its files, its state as a stream, and what is tapped on it. */
export async function servePage(options: PageOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    answer(request, response, options).catch((error) => write(response, 400, 'text/plain', String(error)));
  });
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://localhost:${options.port}`,
    async stop() {
      server.close();
      server.closeAllConnections();
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, options: PageOptions): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (request.method === 'POST') {
    await obey(orderSchema.parse(JSON.parse(await textOf(request))), options);
    return write(response, 200, 'application/json', '{}');
  }
  if (url.pathname === '/state') return stream(response, number.parse(url.searchParams.get('number')), options.phones);
  const [file, type] = FILES[url.pathname] ?? [];
  if (!file || !type) return write(response, 404, 'text/plain', 'Nothing is here.');
  write(response, 200, type, await readFile(join(options.folder, file), 'utf8'));
}

async function obey(order: Order, { phones, tellLater }: PageOptions): Promise<void> {
  switch (order.do) {
    case 'say':
      return phones.say(order.number, order.text);
    case 'tap': {
      const { description } = order.tap;
      return phones.tap(order.number, { ...order.tap, ...(description && { description }) } as never, order.kind);
    }
    case 'attach':
      return phones.attach(order.number, order.kind);
    case 'look':
      return phones.look(order.number);
    case 'later':
      await tellLater(order.number, order.text);
      return;
    case 'pass':
      return phones.pass(order.hours);
    case 'mood':
      return phones.setMood(order.mood);
  }
}

/** Server-sent events: the whole state at each change, since it is small. */
function stream(response: ServerResponse, phone: string, { changes, state }: Phones): void {
  response.setHeader('content-type', 'text/event-stream');
  response.setHeader('cache-control', 'no-store');
  const show = () => response.write(`data: ${JSON.stringify(state(phone))}\n\n`);
  changes.on('change', show);
  response.once('close', () => changes.off('change', show));
  show();
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}

/** Without `writeHead`, which restify changes for every server of the process. */
function write(response: ServerResponse, status: number, type: string, content: string): void {
  if (response.headersSent) return;
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.end(content);
}
