import { Worker } from 'node:worker_threads';
import type { ExcelJobs } from './excelWorker.ts';

const MOST_MEGABYTES = 700;
const MOST_MS = 90_000;

/** The thread has taken more memory or time than a file of ours ever needs, and was ended. */
export class TooMuch extends Error {}

/**
 * Reads, compares or writes a workbook in a thread of its own: exporters are answered meanwhile, and a file that was
 * made to do harm takes only the thread down.
 *
 * @throws {TooMuch}
 */
export function inThread<Name extends keyof ExcelJobs>(
  job: Name,
  input: ExcelJobs[Name]['takes'],
): Promise<ExcelJobs[Name]['gives']> {
  const { promise, resolve, reject } = Promise.withResolvers<ExcelJobs[Name]['gives']>();
  const worker = new Worker(new URL('./excelWorker.ts', import.meta.url), {
    workerData: { job, input },
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES },
  });
  const timer = setTimeout(() => {
    reject(new TooMuch('too slow'));
    void worker.terminate();
  }, MOST_MS);
  worker.once('message', resolve);
  worker.once('error', (error) =>
    reject((error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY' ? new TooMuch('too large') : error),
  );
  worker.once('exit', () => {
    clearTimeout(timer);
    reject(new Error('the thread ended without a word'));
  });
  return promise;
}
