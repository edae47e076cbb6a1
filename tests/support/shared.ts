import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Material that some checkouts have beside them and others have not; tests that read it have their own as well. */
const SHARED = join(import.meta.dirname, '../../../shared');

/** A JSON file of it, undefined when it is not there. */
export function sharedJson(path: string): unknown {
  const file = join(SHARED, path);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Names and texts of the files in a folder of it; none when it is not there. */
export function sharedFiles(folder: string): { name: string; text: string }[] {
  const path = join(SHARED, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).map((name) => ({ name, text: readFileSync(join(path, name), 'utf8') }));
}
