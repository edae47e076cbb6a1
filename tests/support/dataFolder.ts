import { chown, copyFile, mkdir, mkdtemp, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Account } from './accounts.ts';
import { SHARED_MODELS } from './sharedModels.ts';

/** A folder to keep things in, with what other tests have learnt already. */
export interface DataFolder {
  readonly path: string;
  remove(): Promise<void>;
}

/** @param owner an account that may not read our files gets the folder, and copies in it */
export async function makeDataFolder(owner?: Account): Promise<DataFolder> {
  const path = await mkdtemp(join(tmpdir(), 'fta-test-data-'));
  if (owner) await copyTo(owner, path);
  else await symlink(SHARED_MODELS, join(path, 'models'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

async function copyTo({ uid, gid }: Account, path: string): Promise<void> {
  const models = join(path, 'models');
  await mkdir(models);
  const copies = (await readdir(SHARED_MODELS)).filter((name) => name.endsWith('.model'));
  for (const name of copies) await copyFile(join(SHARED_MODELS, name), join(models, name));
  for (const each of [path, models, ...copies.map((name) => join(models, name))]) await chown(each, uid, gid);
}
