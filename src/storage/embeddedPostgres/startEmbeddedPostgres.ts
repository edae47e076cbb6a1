import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'pino';
import { StartFault } from '../../startFault.ts';
import { freePort } from './freePort.ts';
import { CLUSTER_USER, initialiseCluster } from './initialiseCluster.ts';
import { isAccepting } from './isAccepting.ts';
import { keepAlive } from './keepAlive.ts';
import { launchPostmaster } from './launchPostmaster.ts';
import { postgresAccount } from './postgresAccount.ts';
import { POSTGRES_MAJOR, postgresBinaries } from './postgresBinaries.ts';
import { findPostmaster, isWorkedIn } from './postmaster.ts';
import { stopWhenLast } from './stopWhenLast.ts';

/** What the embedded server needs from outside. */
export interface EmbeddedOptions {
  /** Folder of this installation, absolute; the server lives in `postgres` below it. */
  dataDir: string;
  log: Logger;
  /** Tells the operator why the first start takes a second longer. */
  progress(line: string): void;
  /** Makes a password of letters and digits. */
  randomText(): string;
  /** False for tests only: nothing survives a power cut then. */
  isDurable?: boolean;
}

/** A PostgreSQL server that runs beside us. */
export interface EmbeddedPostgres {
  /** URL of the maintenance database, with the password. */
  url: string;
  /** Stops the server, unless another process of this installation still uses it. */
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 25;
const MOST_LOOKS = 4_800;
const MOST_LAUNCHES = 5;

/**
 * Starts the PostgreSQL server that came with `npm ci`, or attaches to it.
 *
 * The server is a process of its own and outlives us: after a `kill -9` it is still there, and the next start finds it
 * by `postmaster.pid`. It listens on the loopback address with a random password and writes through to the disk.
 *
 * @throws {StartFault} when the cluster was made by another version or account, or the server does not come up
 */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const folder = join(options.dataDir, 'postgres');
  const cluster = join(folder, 'cluster');
  const { initdb, postgres } = await postgresBinaries();
  const account = await postgresAccount(options.dataDir, cluster, postgres);
  if (!existsSync(cluster)) {
    options.progress('Preparing the database (first start only) …');
    await initialiseCluster(folder, initdb, account, options.randomText());
  }
  const password = await openCluster(folder);
  const urlAt = (port: number) => `postgres://${CLUSTER_USER}:${password}@127.0.0.1:${port}/postgres`;
  const isDurable = options.isDurable ?? true;
  const launchAt = (port: number) => launchPostmaster({ folder, postgres, account, port, isDurable });
  const port = await attachOrLaunch(cluster, urlAt, launchAt);
  const watch = keepAlive(cluster, () => launchAt(port), options.log);
  const stop = async () => {
    watch.stop();
    await stopWhenLast(cluster, urlAt(port));
  };
  return { url: urlAt(port), stop };
}

async function openCluster(folder: string): Promise<string> {
  const [version, password] = await Promise.all(
    ['cluster/PG_VERSION', 'password'].map((name) => readFile(join(folder, name), 'utf8').catch(() => undefined)),
  );
  if (password === undefined || version === undefined)
    throw new StartFault([`${folder} cannot be read: start as the account that made it, or restore it from a backup.`]);
  if (version.trim() === POSTGRES_MAJOR) return password;
  throw new StartFault([
    `${folder} was made by PostgreSQL ${version.trim()}, this is ${POSTGRES_MAJOR}: see docs/operations.md, "Upgrades".`,
  ]);
}

/** Goes round until a server answers: it may be ours of before, one that another process launches just now, or new. */
async function attachOrLaunch(
  cluster: string,
  urlAt: (port: number) => string,
  launchAt: (port: number) => { hasEnded(): boolean },
): Promise<number> {
  let launched: { hasEnded(): boolean } | undefined;
  let launches = 0;
  for (let look = 0; look < MOST_LOOKS && launches <= MOST_LAUNCHES; look += 1) {
    const postmaster = findPostmaster(cluster);
    if (postmaster && (await isAccepting(urlAt(postmaster.port)))) return postmaster.port;
    if (!postmaster && (launched?.hasEnded() ?? true) && !isWorkedIn(cluster)) {
      launches += 1;
      launched = launchAt(await freePort());
    }
    await sleep(LOOK_EVERY_MS);
  }
  throw new StartFault([`The embedded database does not start: its reasons are in ${cluster}/../server.log.`]);
}
