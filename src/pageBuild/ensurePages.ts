import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { findStale } from './findStale.ts';

const BUILDER = join(import.meta.dirname, 'builder.ts');

/**
 * Makes sure that every page is built from the sources as they are now.
 *
 * A process of its own builds: the server does not keep the builder's memory for the rest of its life, and the page is
 * the one for exporters whatever the environment says of tests and development.
 *
 * @param progress told once for each page that has to be built
 * @throws Error with what the build said when it fails
 */
export async function ensurePages(progress: (line: string) => void): Promise<void> {
  const stale = await findStale();
  if (stale.length === 0) return;
  for (const { page } of stale) progress(`Building the ${page.title}, once for these sources …`);
  const builder = spawn(process.execPath, [BUILDER], {
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const [said, [exitCode]] = await Promise.all([text(builder.stderr), once(builder, 'close')]);
  if (exitCode !== 0) throw new Error(`The pages could not be built.\n${said}`);
}
