import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Channel } from '../http/index.ts';
import { htmlReply, serveAssets } from '../http/index.ts';
import { contentPolicy } from './contentPolicy.ts';

/** What serving the page takes. */
export interface ChatPageOptions {
  /** Where the built page lies. */
  folder: string;
  /** Gives as many unguessable bytes as asked for. */
  random(bytes: number): Buffer;
  /** Origin under which exporters reach us; absent: the one they came by. */
  publicUrl: string | undefined;
}

/** The build leaves this mark where the nonce of an answer belongs. */
const NONCE_MARK = '%nonce%';

/** Opens the page: `GET /`, Indonesian unless `?lang=en`, and `GET /assets/…`. */
export async function openChatPage({ folder, random, publicUrl }: ChatPageOptions): Promise<Channel> {
  const [id, en] = await Promise.all(
    ['id', 'en'].map((language) => readFile(join(folder, `index.${language}.html`), 'utf8')),
  );
  if (id === undefined || en === undefined) throw new Error('the chat page was built in one language only');
  const assets = await serveAssets(join(folder, 'assets'), '/assets');
  return {
    routes: [
      assets,
      {
        method: 'GET',
        path: '/',
        handle({ query, headers }) {
          const nonce = random(16).toString('base64url');
          const html = (query.get('lang') === 'en' ? en : id).replaceAll(NONCE_MARK, nonce);
          return htmlReply(html, contentPolicy(nonce, publicUrl), headers);
        },
      },
    ],
  };
}
