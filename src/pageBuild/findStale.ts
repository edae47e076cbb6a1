import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprintOf } from './fingerprint.ts';
import { folderOfPage, PAGES, type Page } from './pages.ts';

/** A page to build, and what it will have been built from. */
export interface StalePage {
  page: Page;
  fingerprint: string;
}

/** Finds the pages that are missing or were built from other sources. */
export async function findStale(): Promise<StalePage[]> {
  const pages = await Promise.all(PAGES.map(async (page) => ({ page, fingerprint: await fingerprintOf(page) })));
  const marks = await Promise.all(pages.map(({ page }) => markIn(folderOfPage(page.name))));
  return pages.filter(({ fingerprint }, index) => fingerprint !== marks[index]);
}

/** Where a built page says what it was built from. */
export function markFileOf(folder: string): string {
  return join(folder, '.fingerprint');
}

async function markIn(folder: string): Promise<string | undefined> {
  try {
    return await readFile(markFileOf(folder), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
