import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** How often something may happen. */
export interface Rate {
  readonly times: number;
  readonly inSeconds: number;
}

/** What one exporter, or one address, may do. */
export interface Limits {
  /** Tokens from one address. Generous: a whole training room shares one. */
  readonly tokensPerAddress: Rate;
  readonly conversationsPerExporter: Rate;
  /** Faster than this is echoed, answered kindly once, and not thought about. */
  readonly activitiesPerExporter: Rate;
  /** Faster than this is refused: it is no person. */
  readonly floodPerExporter: Rate;
  /** Faster than this is answered with nothing new: a refusal would silence the client for good. */
  readonly pollsPerExporter: Rate;
  readonly socketsPerConversation: number;
}

export const LIMITS: Limits = {
  tokensPerAddress: { times: 120, inSeconds: 60 },
  conversationsPerExporter: { times: 20, inSeconds: 3600 },
  activitiesPerExporter: { times: 20, inSeconds: 30 },
  floodPerExporter: { times: 200, inSeconds: 60 },
  pollsPerExporter: { times: 300, inSeconds: 60 },
  socketsPerConversation: 8,
};

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
