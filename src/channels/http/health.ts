import { setTimeout as sleep } from 'node:timers/promises';
import type { Channel } from './route.ts';

/** Something without which no exporter can be served. */
export interface ReadinessCheck {
  name: string;
  /** False: others can be served without it. Its failing is told, and does not make the whole unready. */
  isVital?: boolean;
  isReady(): Promise<boolean> | boolean;
}

const PATIENCE_MS = 2_000;

/**
 * `GET /healthz`: the process answers. `GET /readyz`: all it needs answers too; 503 names what does not, and 200 what
 * only some exporters miss.
 *
 * A load balancer asks the second, a supervisor that restarts processes the first: restarting does not mend a database.
 */
export function healthChannel(checks: readonly ReadinessCheck[]): Channel {
  return {
    routes: [
      { method: 'GET', path: '/healthz', handle: () => ({ status: 200, body: { status: 'ok' } }) },
      {
        method: 'GET',
        path: '/readyz',
        handle: async () => {
          const missing = await findMissing(checks.filter(({ isVital = true }) => isVital));
          if (missing.length > 0) return { status: 503, body: { status: 'not ready', missing } };
          const impaired = await findMissing(checks.filter(({ isVital = true }) => !isVital));
          return { status: 200, body: { status: 'ready', ...(impaired.length > 0 && { impaired }) } };
        },
      },
    ],
  };
}

async function findMissing(checks: readonly ReadinessCheck[]): Promise<string[]> {
  const results = await Promise.all(checks.map(async (check) => ((await isReady(check)) ? [] : [check.name])));
  return results.flat();
}

async function isReady(check: ReadinessCheck): Promise<boolean> {
  const patience = new AbortController();
  const tooLate = sleep(PATIENCE_MS, false, { signal: patience.signal, ref: false }).catch(() => false);
  try {
    return await Promise.race([check.isReady(), tooLate]);
  } catch {
    // A check that throws says no; what broke logs it where it broke.
    return false;
  } finally {
    patience.abort();
  }
}
