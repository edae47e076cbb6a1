import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
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
 * Removes a `postmaster.pid` left from before whose number now belongs to a process of somebody else.
 *
 * PostgreSQL clears away what a dead process left, but does not dare to when the number lives. A file that is still
 * being written is left alone: removing it would let two servers onto one cluster.
 */
export function removeForeignLock(cluster: string): void {
  const named = readPostmaster(cluster);
  if (named && process.platform === 'linux' && isElsewhere(named.pid, cluster))
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

function isElsewhere(pid: number, cluster: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) !== realpathSync(cluster);
  } catch {
    // Gone, or not ours to look at: PostgreSQL decides.
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
