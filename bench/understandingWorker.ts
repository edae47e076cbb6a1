import { parentPort, workerData } from 'node:worker_threads';
import { type Corpus, learn, serialise } from '../src/understanding/index.ts';

/** Learns in a thread of its own and sends the model back as bytes. */
const bytes = serialise(learn(workerData as Corpus));
parentPort?.postMessage(bytes, [bytes.buffer as ArrayBuffer]);
