import { z } from 'zod';
import { call } from './call.ts';

/**
 * Waits until something happens in one talk (`key`), in any talk, or to any case; answers after twenty seconds even so.
 *
 * `seen`: what the last answer said; left out, the answer comes at once. It says that something is new, never what.
 */
export const waitForNews = call({
  name: 'wait-for-news',
  method: 'GET',
  path: '/news',
  act: 'read-talks',
  query: z.object({
    of: z.enum(['talk', 'talks', 'cases']),
    key: z.string().max(200).optional(),
    seen: z.string().max(60).optional(),
  }),
  reply: z.object({ seen: z.string() }),
});
