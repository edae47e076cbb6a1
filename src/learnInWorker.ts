import { Worker } from 'node:worker_threads';
import type { Learnt } from './learnWorker.ts';
import type { Corpus } from './understanding/index.ts';

/**
 * Learns in a thread of its own, so that questions go on being answered meanwhile.
 *
 * @throws what went wrong in the thread, or that it ended without a model
 */
export function learnInWorker(corpus: Corpus): Promise<Learnt> {
  const { promise, resolve, reject } = Promise.withResolvers<Learnt>();
  const worker = new Worker(new URL('./learnWorker.ts', import.meta.url), { workerData: corpus });
  worker.once('message', resolve);
  worker.once('error', reject);
  worker.once('exit', (code) => reject(new Error(`learning ended without a model (exit code ${code})`)));
  return promise;
}
