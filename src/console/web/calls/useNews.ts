import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Call } from '../../contract/call.ts';
import { waitForNews } from '../../contract/news.ts';
import { Refused, send } from './send.ts';

/** What one wants to hear of. */
type About = { readonly of: 'talks' | 'cases' } | { readonly of: 'talk'; readonly key: string };

const AFTER_TROUBLE_MS = 5_000;

/**
 * Reads calls anew the moment something happens, as long as somebody looks at the page: the server holds a request until
 * then. Pages also look for themselves now and then, for word can be lost.
 *
 * @param stale calls that are out of date when it does
 */
export function useNews(about: About, stale: readonly Call[]): void {
  const queries = useQueryClient();
  const { of } = about;
  const key = 'key' in about ? about.key : undefined;
  const names = stale.map(({ name }) => name).join(' ');
  useEffect(() => {
    const leaving = new AbortController();
    const hear = () => {
      for (const name of names.split(' ')) void queries.invalidateQueries({ queryKey: [name] });
    };
    void listen({ of, key }, hear, leaving.signal);
    return () => leaving.abort();
  }, [of, key, names, queries]);
}

async function listen(about: { of: About['of']; key: string | undefined }, hear: () => void, leaving: AbortSignal) {
  let seen: string | undefined;
  while (!leaving.aborted) {
    await untilShown(leaving);
    try {
      const news = await send(waitForNews, { query: { ...about, seen } }, leaving);
      if (news.seen !== seen) hear();
      seen = news.seen;
    } catch (error) {
      // Who may not hear it, or is no longer signed in, is not told by asking again.
      if (error instanceof Refused && error.status < 500 && error.status !== 429) return;
      await rest(leaving);
    }
  }
}

/** A tab that nobody sees asks nothing: browsers open only a few lines to one place. */
function untilShown(leaving: AbortSignal): Promise<void> {
  if (!document.hidden) return Promise.resolve();
  return new Promise((resolve) => {
    const look = () => {
      document.removeEventListener('visibilitychange', look);
      resolve();
    };
    document.addEventListener('visibilitychange', look);
    leaving.addEventListener('abort', look, { once: true });
  });
}

function rest(leaving: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, AFTER_TROUBLE_MS);
    leaving.addEventListener('abort', () => resolve(clearTimeout(timer)), { once: true });
  });
}
