/**
 * `npm run build`: builds the pages that browsers load, as far as their sources have changed.
 *
 * @module
 */
import { ensurePages } from '../pageBuild/index.ts';

await ensurePages((line) => process.stdout.write(`${line}\n`));
