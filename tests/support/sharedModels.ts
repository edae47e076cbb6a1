import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readShipped } from '../../src/published.ts';

/** A data folder of which only `models/` is used: the shipped knowledge is learnt once for all tests and runs. */
export const SHARED_DATA = join(tmpdir(), 'fta-tests');

/** Where what was learnt lies; test data folders link to it. */
export const SHARED_MODELS = join(SHARED_DATA, 'models');

/** Learns the shipped knowledge unless an earlier run has. */
export async function learnOnce(progress: (line: string) => void): Promise<void> {
  await mkdir(SHARED_MODELS, { recursive: true });
  await readShipped({
    dataDir: SHARED_DATA,
    onLearning: (count) => progress(`Learning ${count} entries for the tests …`),
  });
}
