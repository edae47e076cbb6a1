/**
 * `npm run build`: builds the pages that browsers load, as far as their sources have changed.
 *
 * @module
 */
import { buildPages } from '../pageBuild/index.ts';

await buildPages((line) => process.stdout.write(`${line}\n`));
