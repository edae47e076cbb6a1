import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A PostgreSQL server as it describes itself in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
}

/**
 * Finds the living server of a cluster; undefined when there is none.
 *
 * The file alone proves nothing: after a power cut, or in a container, the number in it may belong to anybody.
 */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const named = readPostmaster(cluster);
  return named && servesCluster(named.pid, cluster) ? named : undefined;
}

/**
 * Removes a `postmaster.pid` left from before whose number PostgreSQL takes for a living server, though it is none: it
 * belongs to a process of somebody else now, or to a dead one that nobody has buried (in a container whose first
 * process does not wait for orphans it stays in the table for ever).
 *
 * PostgreSQL itself clears away what a vanished process left. A file that is still being written is left alone, and so
 * is every file while a process works in the cluster: removing it would let two servers onto one cluster.
 */
export function removeDeadLock(cluster: string): void {
  const named = readPostmaster(cluster);
  if (!named || process.platform !== 'linux' || isWorkedIn(cluster)) return;
  if (isElsewhere(named.pid, cluster) || isUnburied(named.pid))
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

/**
 * Does any process work in the cluster's folder? A killed server's sessions live on for a moment, and a new server
 * refuses to start beside them.
 *
 * @returns false where that cannot be seen (not Linux)
 */
export function isWorkedIn(cluster: string): boolean {
  if (process.platform !== 'linux') return false;
  const folder = realpathSync(cluster);
  return readdirSync('/proc').some((name) => /^\d+$/.test(name) && workingFolder(name) === folder);
}

function isElsewhere(pid: number, cluster: string): boolean {
  const folder = workingFolder(pid);
  return folder !== undefined && folder !== realpathSync(cluster);
}

/** Undefined when it is gone, dead, or not ours to look at: PostgreSQL decides then. */
function workingFolder(pid: number | string): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined;
  }
}

function isUnburied(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before the state may itself hold a bracket.
    return stat.charAt(stat.lastIndexOf(')') + 2) === 'Z';
  } catch {
    // Gone altogether.
    return false;
  }
}

function readPostmaster(cluster: string): Postmaster | undefined {
  try {
    const [pid, , , port] = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
    return pid && port ? { pid: Number(pid), port: Number(port) } : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** PostgreSQL works inside its cluster's folder; where that cannot be seen, its name has to do. */
function servesCluster(pid: number, cluster: string): boolean {
  if (process.platform !== 'linux') return isNamedPostgres(pid);
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOENT' && isNamedPostgres(pid);
  }
}

function isNamedPostgres(pid: number): boolean {
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'comm='], { encoding: 'utf8' }).includes('postgres');
  } catch {
    // No such process, or no `ps`: PostgreSQL itself then refuses to start beside a living server.
    return false;
  }
}
