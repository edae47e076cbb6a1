/**
 * Builds every page that is missing or whose sources have changed; a process of its own, see `ensurePages`.
 *
 * Another process may do the same at the same time: each builds in a folder of its own, and the finished folder takes
 * its place as a whole.
 *
 * @module
 */
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findStale, markFileOf, type StalePage } from './findStale.ts';
import { packFiles } from './packFiles.ts';
import { folderOfPage, PROJECT } from './pages.ts';

for (const stale of await findStale()) await build(stale);

async function build({ page, fingerprint }: StalePage): Promise<void> {
  await mkdir(join(PROJECT, 'dist'), { recursive: true });
  const draft = await mkdtemp(join(PROJECT, 'dist', `.${page.name}-`));
  try {
    await page.build(draft);
    await packFiles(draft);
    await writeFile(markFileOf(draft), fingerprint);
    // Built by one account, often served by another.
    await chmod(draft, 0o755);
    await putInPlace(draft, folderOfPage(page.name));
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** A folder that is not empty cannot be replaced in one step; whoever comes second finds it there, just as good. */
async function putInPlace(draft: string, folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await rename(draft, folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST') throw error;
  });
}
