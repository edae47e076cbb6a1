import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from './startFault.ts';

/**
 * Makes the folder of this installation if need be, and proves that files can be written there.
 *
 * Others may enter it but not list it (mode 0711): the account that runs the database lives below, and every file with
 * something to hide has its own mode.
 *
 * @throws {StartFault} when it cannot be made or written
 */
export async function openDataDir(dataDir: string): Promise<void> {
  const probe = join(dataDir, `.writable-${process.pid}`);
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o711 });
    const file = await open(probe, 'w', 0o600);
    await file.close();
    await rm(probe);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new StartFault([`DATA_DIR ${dataDir} cannot be written (${code}): free it, or set another folder.`], error);
  }
}
