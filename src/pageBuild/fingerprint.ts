import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Page, PROJECT } from './pages.ts';

/** Says what a page is made of: it is the same when, and only when, the built page would be. */
export async function fingerprintOf({ sources, packages }: Page): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    for (const file of await filesIn(source)) hash.update(`${file}\0`).update(await readFile(join(PROJECT, file)));
  }
  for (const name of packages) hash.update(`${name}@${await versionOf(name)}\0`);
  return hash.digest('hex');
}

async function filesIn(source: string): Promise<string[]> {
  if ((await stat(join(PROJECT, source))).isFile()) return [source];
  const entries = await readdir(join(PROJECT, source), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return files.map((path) => path.slice(PROJECT.length + 1)).sort();
}

async function versionOf(name: string): Promise<string> {
  return JSON.parse(await readFile(join(PROJECT, 'node_modules', name, 'package.json'), 'utf8')).version;
}
