import type { Logger } from 'pino';
import { findPostmaster, isWorkedIn } from './postmaster.ts';

const LOOK_EVERY_MS = 2_000;

/**
 * Launches the server again should it end while we run: somebody killed it, or memory ran out.
 *
 * It comes back on the same port, so the pool finds it by itself; what had been acknowledged is still there.
 */
export function keepAlive(cluster: string, launch: () => { hasEnded(): boolean }, log: Logger): { stop(): void } {
  let launched: { hasEnded(): boolean } | undefined;
  const look = () => {
    if (findPostmaster(cluster) || launched?.hasEnded() === false || isWorkedIn(cluster)) return;
    log.error('the embedded database ended; launching it again');
    launched = launch();
  };
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
