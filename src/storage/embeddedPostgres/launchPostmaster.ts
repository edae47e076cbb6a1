import { spawn } from 'node:child_process';
import { closeSync, openSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { BARE_ENVIRONMENT } from './initialiseCluster.ts';
import type { PostgresAccount } from './postgresAccount.ts';
import { removeDeadLock } from './postmaster.ts';

/** What a server is launched with. */
export interface Launch {
  /** Folder with `cluster`; `server.log` is written there. */
  folder: string;
  postgres: string;
  account: PostgresAccount;
  port: number;
  /** False for tests only. */
  isDurable: boolean;
}

const LOG_LIMIT_BYTES = 5_000_000;

/**
 * Launches a server and does not wait until it is ready.
 *
 * It is detached: a Ctrl-C in the terminal reaches us only, and we stop it after the last turn. Its log never holds
 * what exporters wrote: statements and row contents are left out of it.
 *
 * @returns tells whether the process has ended since
 */
export function launchPostmaster(launch: Launch): { hasEnded(): boolean } {
  removeDeadLock(join(launch.folder, 'cluster'));
  const { file, args, ...ids } = launch.account.commandFor(launch.postgres, postgresArguments(launch));
  const log = openLog(join(launch.folder, 'server.log'));
  const child = spawn(file, args, {
    ...ids,
    env: BARE_ENVIRONMENT,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  let hasEnded = false;
  child.once('error', () => {
    hasEnded = true;
  });
  child.once('exit', () => {
    hasEnded = true;
  });
  return { hasEnded: () => hasEnded };
}

function postgresArguments({ folder, port, isDurable }: Launch): string[] {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    jit: 'off',
    log_checkpoints: 'off',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...(isDurable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const pairs = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  return ['-D', join(folder, 'cluster'), '-p', String(port), ...pairs];
}

function openLog(path: string): number {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT_BYTES) renameSync(path, `${path}.1`);
  return openSync(path, 'a', 0o600);
}
