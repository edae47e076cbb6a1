import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, open, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { PostgresAccount } from './postgresAccount.ts';

/** Name of the superuser of the embedded cluster; it listens on the loopback address only. */
export const CLUSTER_USER = 'fta';

/** What PostgreSQL's programs get to see of our environment: nothing. */
export const BARE_ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin', LC_ALL: 'C', TZ: 'UTC' };

/**
 * Makes `folder` with a new `cluster` and its `password` (mode 0600).
 *
 * It is made as a draft beside and appears under its name as a whole: after a power cut in the middle, the next start
 * begins anew; of two processes that start together, one wins and both go on with its cluster. The sort order comes
 * with PostgreSQL, not with the machine, so an upgrade of the machine cannot break an index.
 *
 * @throws {Error} with what `initdb` said
 */
export async function initialiseCluster(
  folder: string,
  initdb: string,
  account: PostgresAccount,
  password: string,
): Promise<void> {
  await removeOldDrafts(folder);
  const draft = `${folder}.draft-${process.pid}`;
  await mkdir(draft, { mode: 0o700 });
  const passwordForInitdb = join(draft, 'initial');
  await writeFile(passwordForInitdb, password, { mode: 0o600 });
  if (account.owner) await giveTo(account.owner, draft, passwordForInitdb);
  await runInitdb(initdb, join(draft, 'cluster'), passwordForInitdb, account);
  await rm(passwordForInitdb);
  if (account.owner) await giveTo({ uid: 0, gid: 0 }, draft);
  await writeDurably(join(draft, 'password'), password);
  await chmod(draft, 0o711);
  await takeName(draft, folder);
}

async function removeOldDrafts(folder: string): Promise<void> {
  const names = await readdir(dirname(folder));
  const old = names.filter((name) => name.startsWith(`${basename(folder)}.draft-`) && !isRunning(name));
  await Promise.all(old.map((name) => rm(join(dirname(folder), name), { recursive: true, force: true })));
}

function isRunning(draft: string): boolean {
  const pid = Number(draft.split('-').at(-1));
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function giveTo(owner: { uid: number; gid: number }, ...paths: string[]): Promise<void> {
  await Promise.all(paths.map((path) => chown(path, owner.uid, owner.gid)));
}

async function runInitdb(initdb: string, cluster: string, pwfile: string, account: PostgresAccount): Promise<void> {
  const { file, args, ...ids } = account.commandFor(initdb, [
    `--pgdata=${cluster}`,
    `--pwfile=${pwfile}`,
    `--username=${CLUSTER_USER}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
  ]);
  const child = spawn(file, args, { ...ids, env: BARE_ENVIRONMENT, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] });
  const [said, [exitCode]] = await Promise.all([text(child.stderr), once(child, 'close')]);
  if (exitCode !== 0) throw new Error(`initdb ended with ${exitCode}: ${said.trim()}`);
}

async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(path, 'w', 0o600);
  await file.writeFile(content);
  await file.sync();
  await file.close();
}

async function takeName(draft: string, folder: string): Promise<void> {
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    await rm(draft, { recursive: true });
  }
}
