import { readdir, readFile } from 'node:fs/promises';
import type { IncomingHttpHeaders } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Refusal } from './refusal.ts';
import type { HttpReply, Route } from './route.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Their names change with their content. */
const FOR_EVER = 'public, max-age=31536000, immutable';

type Packing = 'br' | 'gzip';

/**
 * Serves the files of a built page out of memory, packed beforehand as the browser likes it.
 *
 * @param folder holds the files, each with a `.br` and a `.gz` beside it
 * @param path where browsers find them, `/assets` for instance
 */
export async function serveAssets(folder: string, path: string): Promise<Route> {
  const files = await readAll(folder);
  return {
    method: 'GET',
    path: `${path}/:name`,
    handle({ params, headers }) {
      const name = params.name ?? '';
      const type = TYPES[extname(name)];
      if (!type || !files.has(name)) throw new Refusal(404, 'NotFound', 'Nothing is here.');
      return assetReply(files, name, type, headers);
    },
  };
}

/** HTML that is made anew for each answer, and packed on its way. */
export function htmlReply(html: string, policy: string, headers: IncomingHttpHeaders): HttpReply {
  const packing = packingFor(headers);
  return {
    status: 200,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policy,
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      ...(packing && { 'content-encoding': packing }),
    },
    body: packing ? PACK[packing](html) : html,
  };
}

const PACK: Readonly<Record<Packing, (text: string) => Buffer>> = {
  br: (text) => brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (text) => gzipSync(text),
};

function assetReply(
  files: ReadonlyMap<string, Buffer>,
  name: string,
  type: string,
  headers: IncomingHttpHeaders,
): HttpReply {
  const packing = packingFor(headers);
  const packed = packing && files.get(`${name}.${packing === 'br' ? 'br' : 'gz'}`);
  return {
    status: 200,
    headers: {
      'content-type': type,
      'cache-control': FOR_EVER,
      vary: 'accept-encoding',
      ...(packed && { 'content-encoding': packing }),
    },
    body: packed ?? files.get(name),
  };
}

function packingFor(headers: IncomingHttpHeaders): Packing | undefined {
  const accepted = String(headers['accept-encoding'] ?? '');
  const accepts = (name: string) => new RegExp(`(^|[\\s,])${name}(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted);
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : undefined;
}

async function readAll(folder: string): Promise<ReadonlyMap<string, Buffer>> {
  const names = await readdir(folder);
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)));
}
