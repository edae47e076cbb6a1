import { waitForNews } from '../../contract/news.ts';
import type { Serve } from '../serve.ts';
import type { News } from './openNews.ts';

/** Shorter than proxies wait, longer than anybody would want to ask again. */
const PATIENCE_MS = 20_000;

/** Long polling: a page hears of something new at once, through every proxy that carries its other calls. */
export function newsRoutes({ serve }: Serve, news: News) {
  return [
    serve(waitForNews, async ({ query: { of, key, seen } }) => ({
      seen: await news.wait(of === 'talk' ? `talk:${key ?? ''}` : of, seen, PATIENCE_MS),
    })),
  ];
}
