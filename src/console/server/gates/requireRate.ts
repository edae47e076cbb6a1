import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Refusal } from '../../../channels/http/index.ts';

/** Counts requests of an address. */
export type Counter = RateLimiterMemory;

/** @param times how often one address may call within a minute */
export function openCounter(times: number): Counter {
  return new RateLimiterMemory({ points: times, duration: 60 });
}

/** @throws {Refusal} 429 when the address has called too often */
export async function requireRate(counter: Counter, address: string): Promise<void> {
  try {
    await counter.consume(address);
  } catch (over) {
    if (!(over instanceof RateLimiterRes)) throw over;
    const seconds = Math.ceil(over.msBeforeNext / 1000);
    throw new Refusal(429, 'TooManyRequests', 'Wait a little.', { 'retry-after': String(seconds) });
  }
}
