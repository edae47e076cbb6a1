import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMain } from '../tests/support/mainProcess.ts';

const PATIENCE_MS = 180_000;

/** Milliseconds from the command to a `/readyz` that says yes: in a folder that is new, and in one where all was learnt. */
export interface ColdStart {
  readonly firstMs: number;
  readonly againMs: number;
}

/** Starts the server as `npm start` does, twice in one folder. */
export async function benchColdStart(onProgress: (line: string) => void): Promise<ColdStart> {
  const folder = await mkdtemp(join(tmpdir(), 'fta-bench-start-'));
  const firstMs = await startOnce(folder);
  onProgress(`first start: ${firstMs} ms`);
  const againMs = await startOnce(folder);
  onProgress(`start with the knowledge learnt: ${againMs} ms`);
  await rm(folder, { recursive: true, force: true });
  return { firstMs, againMs };
}

async function startOnce(folder: string): Promise<number> {
  const begun = performance.now();
  const main = await startMain({ env: { DATA_DIR: folder } });
  while (!(await isReady(main.url))) {
    if (performance.now() - begun > PATIENCE_MS) throw new Error(`never ready: ${main.stderr()}`);
    await sleep(10);
  }
  const ms = Math.round(performance.now() - begun);
  main.signal('SIGTERM');
  await main.ended;
  return ms;
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/readyz`)).ok;
  } catch {
    return false; // Nobody listens yet.
  }
}
