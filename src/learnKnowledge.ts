import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as pause } from 'node:timers/promises';
import { learnInWorker } from './learnInWorker.ts';
import { openModelCache } from './modelCache.ts';
import { type Corpus, type Model, reviveInSteps } from './understanding/index.ts';

/** Where models are kept, and who is told when learning takes a while. */
export interface LearnOptions {
  /** The installation's own folder; models lie in `models/` below it. */
  readonly dataDir: string;
  /** Called when the model must be learnt anew, with the number of entries. */
  onLearning?(entryCount: number): void;
}

/**
 * The model of a knowledge: read from the cache when these very phrasings and names were learnt before by this very
 * code, else learnt in a worker and kept. Call it at the start and after each publish; until it is done, the model
 * before goes on answering.
 *
 * @example
 * const model = await learnKnowledge(corpusOf(knowledge), { dataDir: config.dataDir });
 * understand(model, 'form apa ke chile');
 */
export async function learnKnowledge(corpus: Corpus, { dataDir, onLearning }: LearnOptions): Promise<Model> {
  const cache = openModelCache(join(dataDir, 'models'));
  const key = await keyOf(corpus);
  const kept = await cache.read(key);
  if (kept) return reviveInSteps(kept, pause);
  onLearning?.(corpus.entries.length);
  const { bytes, digest } = await learnInWorker(corpus);
  await cache.write(key, bytes, digest);
  return reviveInSteps(bytes, pause);
}

async function keyOf(corpus: Corpus): Promise<string> {
  const hash = createHash('sha256')
    .update(JSON.stringify(corpus))
    .update(await codeHash());
  return hash.digest('hex').slice(0, 32);
}

/**
 * A hash of the code that learns and reads: an upgrade that changes a word list or a weight never meets the models of
 * the version before it, and nobody has to remember a number.
 */
async function codeHash(): Promise<string> {
  const folder = join(import.meta.dirname, 'understanding');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
  const hash = createHash('sha256');
  for (const file of files) hash.update(file).update(await readFile(join(folder, file)));
  return hash.digest('hex');
}
