import type { Rate } from '../countTimes.ts';

export { type Count, type Counter, countTimes, type Rate } from '../countTimes.ts';

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
