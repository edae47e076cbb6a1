import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channel } from '../http/index.ts';
import { htmlReply, serveAssets } from '../http/index.ts';

/** What serving the console's page takes. */
export interface ConsolePageOptions {
  /** Where the built page lies. */
  folder: string;
  /** Gives as many unguessable bytes as asked for. */
  random(bytes: number): Buffer;
}

/** The build leaves this mark where the nonce of an answer belongs. */
const NONCE_MARK = '%nonce%';

/** Opens the page: `GET /console` and `GET /console/assets/…`. Who may see what is decided by the calls it makes. */
export async function openConsolePage({ folder, random }: ConsolePageOptions): Promise<Channel> {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const assets = await serveAssets(join(folder, 'assets'), '/console/assets');
  return {
    routes: [
      assets,
      {
        method: 'GET',
        path: '/console',
        handle({ headers }) {
          const nonce = random(16).toString('base64url');
          return htmlReply(html.replaceAll(NONCE_MARK, nonce), policyWith(nonce), headers);
        },
      },
    ],
  };
}

/** Its own scripts and nothing inline; styles of its own files, and those it makes with the nonce. */
function policyWith(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
