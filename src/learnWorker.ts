import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { type Corpus, learn, serialise } from './understanding/index.ts';

/** What the worker hands back: a model as bytes and their SHA-256, both made off the main thread. */
export interface Learnt {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digest: string;
}

const bytes = serialise(learn(workerData as Corpus)) as Uint8Array<ArrayBuffer>;
const digest = createHash('sha256').update(bytes).digest('hex');
parentPort?.postMessage({ bytes, digest } satisfies Learnt, [bytes.buffer]);
