import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may happen. */
export interface Rate {
  readonly times: number;
  readonly inSeconds: number;
}

/** Counts one more time for a key. */
export type Counter = (key: string) => Promise<Count>;

export type Count = { within: true } | { within: false; retryAfterSeconds: number };

/** Counts in this process only; several processes allow several times as much. */
export function countTimes({ times, inSeconds }: Rate): Counter {
  const limiter = new RateLimiterMemory({ points: times, duration: inSeconds });
  return async (key) => {
    try {
      await limiter.consume(key);
      return { within: true };
    } catch (over) {
      if (!(over instanceof RateLimiterRes)) throw over;
      return { within: false, retryAfterSeconds: over.msBeforeNext / 1000 };
    }
  };
}
