import { setTimeout as sleep } from 'node:timers/promises';
import { StartFault } from '../startFault.ts';
import { isAccepting } from './embeddedPostgres/isAccepting.ts';

const LOOK_EVERY_MS = 250;

/**
 * Waits until the server of `DATABASE_URL` answers: after a power cut the machines come back in any order.
 *
 * @param patienceMs how long to wait
 * @throws {StartFault} when it does not answer in time, or refuses us for a reason that waiting would not mend
 */
export async function awaitServer(url: string, patienceMs: number): Promise<void> {
  const { host } = new URL(url);
  const patience = AbortSignal.timeout(patienceMs);
  while (!patience.aborted) {
    try {
      if (await isAccepting(url)) return;
    } catch (error) {
      throw new StartFault([`DATABASE_URL: the server ${host} refuses us (${reasonOf(error)}): check the URL.`], error);
    }
    await sleep(LOOK_EVERY_MS);
  }
  const seconds = Math.round(patienceMs / 1_000);
  throw new StartFault([`DATABASE_URL: the server ${host} does not answer within ${seconds} s: is it running?`]);
}

/** One line without the password, which some of these messages would otherwise hold. */
function reasonOf(error: unknown): string {
  const { code, message = '' } = error as { code?: string; message?: string };
  const firstLine = message.split('\n')[0] ?? '';
  return code?.startsWith('E') ? code : firstLine.slice(0, 120);
}
