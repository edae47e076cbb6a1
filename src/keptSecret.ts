import { link, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StartFault } from './startFault.ts';

const LEAST_CHARACTERS = 32;

/**
 * The secret of this installation, made on the first start and kept in `secret` (mode 0600).
 *
 * All tokens of web exporters are signed with it: losing it makes them start anew. Two processes that start together
 * agree, because the file appears whole or not at all.
 *
 * @param randomText makes a new secret of at least 32 characters
 * @throws {StartFault} when the kept file was cut short
 */
export async function keptSecret(dataDir: string, randomText: () => string): Promise<string> {
  const path = join(dataDir, 'secret');
  const kept = (await read(path)) ?? (await keep(path, randomText()));
  if (kept.length >= LEAST_CHARACTERS) return kept;
  throw new StartFault([`${path} is shorter than ${LEAST_CHARACTERS} characters: restore it, or remove it.`]);
}

async function keep(path: string, secret: string): Promise<string> {
  const draft = `${path}.${process.pid}`;
  const file = await open(draft, 'w', 0o600);
  await file.writeFile(`${secret}\n`);
  await file.sync();
  await file.close();
  // A link fails when the name exists, so the first of two processes wins; a rename would let the second one win.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(draft);
  return (await read(path)) ?? secret;
}

async function read(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
