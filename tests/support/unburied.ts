import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Account } from './accounts.ts';

/** A dead process that its parent does not bury, as orphans are left in a container without an init. */
export interface Unburied {
  readonly pid: number;
  /** Buries it. */
  bury(): void;
}

// What the shell turns into knows nothing of a child, so it never waits for one.
const PARENT = 'true & echo $!; exec sleep 600';

/** @param owner the account it ran as: PostgreSQL does not look at the processes of others */
export async function makeUnburied(owner: Account): Promise<Unburied> {
  const parent = spawn('/bin/sh', ['-c', PARENT], { stdio: ['ignore', 'pipe', 'inherit'], ...owner, cwd: '/' });
  const [pid] = await once(parent.stdout, 'data');
  return { pid: Number(pid), bury: () => void parent.kill('SIGKILL') };
}
