import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Corpus, type Language, learn, type Understanding, understand } from '../understanding/index.ts';

interface Line {
  readonly text: string;
  readonly label: string | null;
  readonly language?: Language;
}

const WARM_UP = 200;

/** Learns from labelled questions and answers the test questions with the shipped thresholds. */
function evaluate(train: readonly Line[], test: readonly Line[]) {
  const begun = performance.now();
  const model = learn(toCorpus(train));
  const trainMs = Math.round(performance.now() - begun);
  process.stderr.write(`learnt ${train.length} phrasings in ${trainMs} ms\n`);
  const read = (line: Line) => understand(model, line.text, languageOf(line));
  for (const line of test.slice(0, WARM_UP)) read(line);
  const micros: number[] = [];
  const outcomes = test.map((line) => {
    const start = performance.now();
    const understanding = read(line);
    micros.push((performance.now() - start) * 1000);
    return { label: line.label, understanding };
  });
  return { ...measure(outcomes), latencyMicros: percentiles(micros), trainMs };
}

type Outcome = { readonly label: string | null; readonly understanding: Understanding };

function measure(outcomes: readonly Outcome[]) {
  const inside = outcomes.filter(({ label }) => label !== null);
  const outside = outcomes.filter(({ label }) => label === null);
  const isAnswered = ({ understanding }: Outcome) => understanding.decision.kind === 'answer';
  const isClarified = ({ understanding }: Outcome) => understanding.decision.kind === 'clarify';
  const isTop = ({ label, understanding }: Outcome) => understanding.candidates[0]?.id === label;
  return {
    questions: outcomes.length,
    inScope: {
      count: inside.length,
      top1: share(inside, isTop),
      top3: share(inside, ({ label, understanding }) =>
        understanding.candidates.slice(0, 3).some(({ id }) => id === label),
      ),
      answered: share(inside, isAnswered),
      answeredWrong: share(inside, (outcome) => isAnswered(outcome) && !isTop(outcome)),
      clarified: share(inside, isClarified),
      clarifiedRight: share(
        inside,
        ({ label, understanding: { decision } }) => decision.kind === 'clarify' && decision.ids.includes(label ?? ''),
      ),
      passed: share(inside, (outcome) => !isAnswered(outcome) && !isClarified(outcome)),
    },
    outOfScope: {
      count: outside.length,
      answered: share(outside, isAnswered),
      clarified: share(outside, isClarified),
      auroc: outside.length > 0 && inside.length > 0 ? areaUnderCurve(inside.map(scoreOf), outside.map(scoreOf)) : null,
      top1At80: outside.length > 0 ? topAt80(inside, outside, isTop) : null,
    },
  };
}

/** What decides between an answer and none, so what the curve is drawn over. */
const scoreOf = ({ understanding }: Outcome) => understanding.inScope;

function topAt80(
  inside: readonly Outcome[],
  outside: readonly Outcome[],
  isTop: (outcome: Outcome) => boolean,
): number {
  const sorted = outside.map(scoreOf).sort((a, b) => a - b);
  const threshold = sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.8) - 1)] ?? 0;
  return share(inside, (outcome) => scoreOf(outcome) > threshold && isTop(outcome));
}

/** The chance that a question in scope scores above one out of scope; ties count half. */
function areaUnderCurve(inside: readonly number[], outside: readonly number[]): number {
  const sorted = outside.toSorted((a, b) => a - b);
  const wins = inside.reduce(
    (sum, score) => sum + (countBelow(sorted, score, false) + countBelow(sorted, score, true)) / 2,
    0,
  );
  return round(wins / inside.length / outside.length);
}

function countBelow(sorted: readonly number[], score: number, withTies: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = sorted[middle] ?? 0;
    if (value < score || (withTies && value === score)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function share<T>(all: readonly T[], is: (one: T) => boolean): number {
  return all.length === 0 ? 0 : round(all.filter(is).length / all.length);
}

function percentiles(micros: readonly number[]) {
  const sorted = micros.toSorted((a, b) => a - b);
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function languageOf(line: Line): { readonly language?: Language } {
  const spoken = line.language ?? spokenLanguage;
  return spoken ? { language: spoken } : {};
}

function toCorpus(lines: readonly Line[]): Corpus {
  const byLabel = new Map<string, { text: string; language?: Language }[]>();
  for (const line of lines) {
    if (line.label === null) continue;
    const phrasings = byLabel.get(line.label) ?? [];
    byLabel.set(line.label, phrasings);
    phrasings.push({ text: line.text, ...languageOf(line) });
  }
  return {
    entries: [...byLabel].map(([id, phrasings]) => ({ id, phrasings })),
    names: [],
    synonyms: [],
    spellings: [],
  };
}

function readLines(file: string): Line[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Line);
}

const { values } = parseArgs({
  options: { train: { type: 'string' }, test: { type: 'string' }, language: { type: 'string' } },
});
if (!values.train || !values.test) {
  process.stderr.write('usage: npm run evaluate -- --train FILE --test FILE [--language id|en]\n');
  process.exit(2);
}
const spokenLanguage = values.language === 'id' || values.language === 'en' ? values.language : undefined;
process.stdout.write(`${JSON.stringify(evaluate(readLines(values.train), readLines(values.test)))}\n`);
