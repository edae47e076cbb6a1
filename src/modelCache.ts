import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Learnt models as files, by what they were learnt from. */
export interface ModelCache {
  /** Nothing when it was never kept, or when the file is damaged. */
  read(key: string): Promise<Uint8Array | undefined>;
  write(key: string, bytes: Uint8Array, digest: string): Promise<void>;
}

const SUFFIX = '.model';
/** A publish taken back finds its model still there; a year of publishing does not fill the disk. */
const KEPT = 4;
const DIGEST_LENGTH = 64;
let drafts = 0;

/**
 * Keeps models in a folder, the newest few. A file begins with the SHA-256 of the rest: after a power cut it is whole,
 * or it is not used. Several instances may share the folder.
 */
export function openModelCache(folder: string): ModelCache {
  const fileOf = (key: string) => join(folder, key + SUFFIX);
  return {
    async read(key) {
      const whole = await readFile(fileOf(key)).catch(unlessMissing);
      if (!whole) return undefined;
      const bytes = whole.subarray(DIGEST_LENGTH);
      const isWhole = createHash('sha256').update(bytes).digest('hex') === whole.toString('latin1', 0, DIGEST_LENGTH);
      return isWhole ? bytes : undefined;
    },
    async write(key, bytes, digest) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const draft = `${fileOf(key)}.${process.pid}-${drafts++}`;
      await writeFile(draft, [Buffer.from(digest, 'latin1'), bytes], { mode: 0o600 });
      await rename(draft, fileOf(key));
      await removeOldest(folder);
    },
  };
}

async function removeOldest(folder: string): Promise<void> {
  const files = (await readdir(folder)).filter((file) => file.endsWith(SUFFIX)).map((file) => join(folder, file));
  const aged = await Promise.all(files.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })));
  const old = aged.sort((a, b) => b.at - a.at).slice(KEPT);
  await Promise.all(old.map(({ file }) => rm(file, { force: true })));
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
