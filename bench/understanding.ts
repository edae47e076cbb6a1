import { monitorEventLoopDelay } from 'node:perf_hooks';
import { Worker } from 'node:worker_threads';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { corpusOf, loadKnowledge } from '../src/knowledge/index.ts';
import { type Corpus, learn, type Model, revive, serialise, understand } from '../src/understanding/index.ts';
import { growCorpus } from './understandingCorpus.ts';
import { askHeldOut, fillNames, reliabilityTable, summarise } from './understandingReliability.ts';

const WARM_UP = 150;
const FUSE_QUESTIONS = 40;

/** Microseconds a question, over all questions asked. */
export interface Latency {
  readonly p50: number;
  readonly p99: number;
}

/** Measures the matcher on a knowledge: how right, how sure, how fast, and how it grows. `onProgress` gets a line for each step. */
export async function benchUnderstanding(corpus: Corpus, onProgress: (line: string) => void) {
  const questions = askedOf(corpus);
  onProgress(`understanding: ${corpus.entries.length} entries, ${questions.length} phrasings`);
  const heldOut = askHeldOut(corpus, (fold, folds) => onProgress(`held-out questions, fold ${fold} of ${folds}`));
  const shipped = measureLearning(corpus);
  onProgress(`learnt in ${shipped.learnMs} ms`);
  const latency = measure(questions, (text) => understand(shipped.model, text));
  const rivals = measureRivals(corpus, questions);
  onProgress('side by side with fuse.js and MiniSearch done');
  const rebuild = await measureRebuild(corpus, shipped.model, questions);
  onProgress('rebuild in a worker done');
  const grown = growCorpus(corpus, 5000, 10);
  const large = measureLearning(grown);
  onProgress(`learnt 5,000 entries of 10 phrasings in ${large.learnMs} ms`);
  const largeLatency = measure(askedOf(grown).slice(0, 2000), (text) => understand(large.model, text));
  return {
    accuracy: summarise(heldOut),
    reliability: reliabilityTable(heldOut),
    shipped: { learnMs: shipped.learnMs, storedMB: shipped.storedMB, reviveMs: shipped.reviveMs, latency },
    rivals,
    rebuild,
    large: { learnMs: large.learnMs, storedMB: large.storedMB, reviveMs: large.reviveMs, latency: largeLatency },
  };
}

const askedOf = (corpus: Corpus): string[] =>
  corpus.entries.flatMap(({ phrasings }, entry) =>
    phrasings.map(({ text }, at) => fillNames(corpus, text, entry + at)),
  );

function measureLearning(corpus: Corpus) {
  const begun = performance.now();
  const model = learn(corpus);
  const learnMs = Math.round(performance.now() - begun);
  const bytes = serialise(model);
  const reading = performance.now();
  revive(bytes);
  return {
    model,
    learnMs,
    storedMB: Math.round(bytes.length / 1e5) / 10,
    reviveMs: Math.round(performance.now() - reading),
  };
}

function measure(questions: readonly string[], ask: (text: string) => unknown): Latency {
  for (const text of questions.slice(0, WARM_UP)) ask(text);
  const micros = questions.map((text) => {
    const begun = performance.now();
    ask(text);
    return (performance.now() - begun) * 1000;
  });
  const sorted = micros.toSorted((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}

/** The same questions to fuse.js (token search) and MiniSearch over the same phrasings. */
function measureRivals(corpus: Corpus, questions: readonly string[]): Record<string, Latency> {
  const documents = corpus.entries.flatMap(({ id, phrasings }) =>
    phrasings.map(({ text }, at) => ({ id: `${id}#${at}`, text })),
  );
  const fuse = new Fuse(documents, { keys: ['text'], threshold: 0.4, ignoreLocation: true, useTokenSearch: true });
  const miniSearch = new MiniSearch<{ id: string; text: string }>({ fields: ['text'], searchOptions: { fuzzy: 0.2 } });
  miniSearch.addAll(documents);
  const stride = Math.max(1, Math.floor(questions.length / FUSE_QUESTIONS));
  const sampled = questions.filter((_, at) => at % stride === 0);
  return {
    'fuse.js token search': measure(sampled, (text) => fuse.search(text, { limit: 10 })),
    MiniSearch: measure(questions, (text) => miniSearch.search(text)),
  };
}

/** Learns anew in a worker while questions go on being answered on the old model: how long the event loop was held. */
async function measureRebuild(corpus: Corpus, model: Model, questions: readonly string[]) {
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  const begun = performance.now();
  const worker = new Worker(new URL('./understandingWorker.ts', import.meta.url), { workerData: corpus });
  let asked = 0;
  const asking = setInterval(() => understand(model, questions[asked++ % questions.length] ?? ''), 2);
  const bytes = await new Promise<Uint8Array>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  const opened = performance.now();
  revive(bytes);
  const openMs = Math.round(performance.now() - opened);
  clearInterval(asking);
  delays.disable();
  await worker.terminate();
  globalThis.gc?.();
  return {
    ms: Math.round(performance.now() - begun),
    openMs,
    answeredMeanwhile: asked,
    loopDelayP99Ms: Math.round(delays.percentile(99) / 1e5) / 10,
    memoryRatio: Math.round((process.memoryUsage().rss / before) * 100) / 100,
  };
}

if (import.meta.main) {
  const { knowledge } = loadKnowledge('knowledge');
  const result = await benchUnderstanding(corpusOf(knowledge), (line) => process.stderr.write(`${line}\n`));
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
}
