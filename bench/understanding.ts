import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as pause } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { learnInWorker } from '../src/learnInWorker.ts';
import { type Corpus, learn, type Model, reviveInSteps, understand } from '../src/understanding/index.ts';
import { type Percentiles, percentilesOf, toTenth } from './percentiles.ts';
import { growCorpus } from './understandingCorpus.ts';
import { askHeldOut, fillNames, reliabilityTable, summarise } from './understandingReliability.ts';

const WARM_UP = 300;
const FUSE_QUESTIONS = 60;
const LARGE = { entries: 5000, phrasings: 10, asked: 3000 } as const;

/** What the matcher was measured at. Latencies are microseconds a question. */
export type UnderstandingFigures = Awaited<ReturnType<typeof benchUnderstanding>>;

/** Measures the matcher on a knowledge: how right, how sure, how fast, and how it grows. */
export async function benchUnderstanding(corpus: Corpus, onProgress: (line: string) => void) {
  const questions = askedOf(corpus);
  const model = learn(corpus);
  onProgress(`understanding: ${corpus.entries.length} entries, ${questions.length} phrasings`);
  const latency = measure(questions, (text) => understand(model, text));
  const rivals = measureRivals(corpus, questions);
  onProgress('side by side with fuse.js and MiniSearch: done');
  const rebuild = await measureRebuild(corpus, model, questions);
  onProgress(`rebuilt in a worker in ${rebuild.ms} ms`);
  const grown = growCorpus(corpus, LARGE.entries, LARGE.phrasings);
  const largeModel = await openLearnt((await learnInWorker(grown)).bytes);
  onProgress(`learnt ${LARGE.entries} entries once, to be rebuilt`);
  const largeRebuild = await measureRebuild(grown, largeModel, askedOf(grown));
  onProgress(`rebuilt ${LARGE.entries} entries of ${LARGE.phrasings} phrasings in ${largeRebuild.ms} ms`);
  const largeLatency = measure(askedOf(grown).slice(0, LARGE.asked), (text) => understand(largeRebuild.model, text));
  const heldOut = askHeldOut(corpus, (fold, folds) => onProgress(`held-out questions: fold ${fold} of ${folds}`));
  return {
    entries: corpus.entries.length,
    phrasings: questions.length,
    accuracy: summarise(heldOut),
    reliability: reliabilityTable(heldOut),
    latency,
    rivals,
    rebuild: figuresOf(rebuild),
    large: { ...LARGE, latency: largeLatency, rebuild: figuresOf(largeRebuild) },
  };
}

const askedOf = (corpus: Corpus): string[] =>
  corpus.entries.flatMap(({ phrasings }, entry) =>
    phrasings.map(({ text }, at) => fillNames(corpus, text, entry + at)),
  );

function measure(questions: readonly string[], ask: (text: string) => unknown): Percentiles {
  for (const text of questions.slice(0, WARM_UP)) ask(text);
  return percentilesOf(
    questions.map((text) => {
      const begun = performance.now();
      ask(text);
      return (performance.now() - begun) * 1000;
    }),
  );
}

/** The same questions to fuse.js (token search) and MiniSearch over the same phrasings. */
function measureRivals(corpus: Corpus, questions: readonly string[]): Record<string, Percentiles> {
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

/** Learns anew in a worker while questions go on being answered on the old model. */
async function measureRebuild(corpus: Corpus, old: Model, questions: readonly string[]) {
  collectGarbage();
  const before = process.memoryUsage().rss;
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const answered: number[] = [];
  const asking = setInterval(() => {
    const begun = performance.now();
    understand(old, questions[answered.length % questions.length] ?? '');
    answered.push((performance.now() - begun) * 1000);
  }, 2);
  delays.enable();
  const begun = performance.now();
  const { bytes } = await learnInWorker(corpus);
  const opening = performance.now();
  const model = await openLearnt(bytes);
  const ms = Math.round(performance.now() - begun);
  await new Promise((resolve) => setTimeout(resolve, 50));
  clearInterval(asking);
  delays.disable();
  collectGarbage();
  return {
    model,
    ms,
    openMs: Math.round(begun + ms - opening),
    storedMB: toTenth(bytes.length / 1e6),
    answeredMeanwhile: answered.length,
    latencyMeanwhile: percentilesOf(answered),
    loopDelayP99Ms: toTenth(delays.percentile(99) / 1e6),
    memoryRatio: Math.round((process.memoryUsage().rss / before) * 100) / 100,
  };
}

const openLearnt = (bytes: Uint8Array): Promise<Model> => reviveInSteps(bytes, pause);

function figuresOf({ model, ...figures }: Awaited<ReturnType<typeof measureRebuild>>) {
  return figures;
}

function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}
