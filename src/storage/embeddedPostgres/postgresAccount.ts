import { spawnSync } from 'node:child_process';
import { readFile, stat } from 'node:fs/promises';
import { StartFault } from '../../startFault.ts';

/** The account of this machine that runs PostgreSQL, and how a program is started as that account. */
export interface PostgresAccount {
  /** Owner of the cluster's files; absent when it is our own account. */
  owner: { uid: number; gid: number } | undefined;
  /** What to give to `spawn` so that the program runs as the account. */
  commandFor(program: string, args: readonly string[]): Command;
}

/** A program to start, as `spawn` takes it. */
export interface Command {
  file: string;
  args: string[];
  uid?: number;
  gid?: number;
}

interface User {
  name: string;
  uid: number;
  gid: number;
}

/**
 * Chooses who runs PostgreSQL: we ourselves, or, when we are root (whom PostgreSQL refuses), an account without rights.
 *
 * Root often works in folders that nobody else may enter (`/root`, `mktemp -d`). The account then gets one capability
 * more, the weakest with which it reaches its files; the whole list of candidates is tried on the real paths.
 *
 * @param folder a folder above the cluster; exists, while the cluster may not yet
 * @param program any of the PostgreSQL programs
 * @throws {StartFault} when no account can reach both
 */
export async function postgresAccount(folder: string, cluster: string, program: string): Promise<PostgresAccount> {
  if (process.getuid?.() !== 0) return { owner: undefined, commandFor: (file, args) => ({ file, args: [...args] }) };
  const user = await unprivilegedUser(cluster);
  const accounts = [plain(user), withCapability(user, 'dac_read_search'), withCapability(user, 'dac_override')];
  const account = accounts.find((it) => hasReach(it, folder, program));
  if (account) return account;
  throw new StartFault([
    `Started as root, the database runs as ${user.name}, who may not enter ${folder} or ${program}: ` +
      'move both to a folder open to all (/srv for instance), or start as a normal user.',
  ]);
}

/** Stays with the owner of a cluster that is there, so that an account added later does not lock us out. */
async function unprivilegedUser(cluster: string): Promise<User> {
  const users = parseUsers(await readFile('/etc/passwd', 'utf8'));
  const ownerId = (await stat(cluster).catch(() => undefined))?.uid;
  const found =
    users.find((it) => it.uid === ownerId && it.uid !== 0) ??
    users.find((it) => it.name === 'postgres') ??
    users.find((it) => it.name === 'nobody');
  if (found) return found;
  throw new StartFault(['Started as root, and there is no account "postgres" or "nobody" for the database: add one.']);
}

function parseUsers(passwd: string): User[] {
  return passwd.split('\n').map((line) => {
    const [name = '', , uid, gid] = line.split(':');
    return { name, uid: Number(uid), gid: Number(gid) };
  });
}

function plain(user: User): PostgresAccount {
  const { uid, gid } = user;
  return { owner: user, commandFor: (file, args) => ({ file, args: [...args], uid, gid }) };
}

/** `no_setuid_fixup` because PostgreSQL asks `access(2)`, which otherwise forgets capabilities of a normal account. */
function withCapability(user: User, capability: string): PostgresAccount {
  const only = `-all,+${capability}`;
  const become = [`--reuid=${user.uid}`, `--regid=${user.gid}`, '--clear-groups', '--no-new-privs'];
  const keep = [`--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`];
  const flags = [...become, ...keep, '--securebits=+no_setuid_fixup'];
  return { owner: user, commandFor: (file, args) => ({ file: 'setpriv', args: [...flags, file, ...args] }) };
}

function hasReach(account: PostgresAccount, folder: string, program: string): boolean {
  const script = 'cd "$1" && test -x "$2" && exec "$2" --version';
  const { file, args, ...ids } = account.commandFor('/bin/sh', ['-c', script, 'sh', folder, program]);
  return spawnSync(file, args, { ...ids, cwd: '/', stdio: 'ignore', timeout: 10_000 }).status === 0;
}
