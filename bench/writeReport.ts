import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { join } from 'node:path';
import type { ColdStart } from './coldStart.ts';
import { drawLatency } from './drawLatency.ts';
import type { TurnFigures } from './turns.ts';
import type { UnderstandingFigures } from './understanding.ts';

/** All that one run of the bench measured; what was not asked for is missing. */
export interface BenchFigures {
  readonly understanding?: UnderstandingFigures;
  readonly turns?: TurnFigures;
  readonly coldStart?: ColdStart;
}

const DOCS = join(import.meta.dirname, '../docs');

/** Writes `docs/performance.md` and its picture. */
export function writeReport({ understanding, turns, coldStart }: BenchFigures): void {
  mkdirSync(join(DOCS, 'pictures'), { recursive: true });
  const parts = [
    `# Performance\n\nWritten by \`npm run bench\`, all in one run on one machine (${availableParallelism()} cores, ${cpus()[0]?.model ?? 'unknown'}). Figures of a busy machine are higher; the ratios stay.`,
    ...(understanding ? [understandingPart(understanding)] : []),
    ...(turns ? [turnsPart(turns)] : []),
    ...(coldStart ? [coldStartPart(coldStart)] : []),
  ];
  writeFileSync(join(DOCS, 'performance.md'), `${parts.join('\n\n')}\n`);
  if (!understanding) return;
  const picture = drawLatency('One question, p50 · p99, logarithmic', latenciesOf(understanding));
  writeFileSync(join(DOCS, 'pictures/latency.svg'), picture);
}

function latenciesOf({ latency, large, rivals }: UnderstandingFigures) {
  return { 'this matcher': latency, '… at 5,000 × 10': large.latency, ...rivals };
}

function understandingPart(figures: UnderstandingFigures): string {
  const { entries, phrasings, accuracy, reliability, rebuild, large, latency } = figures;
  const rows = Object.entries(latenciesOf(figures)).map(([name, { p50, p99 }]) => [
    name,
    p50,
    p99,
    `${round(p50 / latency.p50)} ×`,
  ]);
  const rebuilds = [
    ['the shipped knowledge', ...rebuildCells(rebuild)],
    [`${large.entries} entries × ${large.phrasings}`, ...rebuildCells(large.rebuild)],
  ];
  return [
    `## Understanding\n\nThe shipped knowledge: ${entries} entries, ${phrasings} phrasings.\n\n![latency](pictures/latency.svg)`,
    table(['one question, µs', 'p50', 'p99', 'p50 against this matcher'], rows),
    'Learning anew in a worker, while a question is asked every 2 ms of the model before:',
    table(
      [
        'knowledge',
        'ms',
        'of which opening it',
        'stored MB',
        'loop delay p99 ms',
        'question meanwhile p99 µs',
        'memory after / before',
      ],
      rebuilds,
    ),
    '### How sure, and rightly so\n\nHeld-out phrasings of the shipped knowledge, every seventh entry taken out whole, weighed to one question in five without an answer:',
    table(
      ['says', 'says on average', 'is right', 'questions'],
      reliability.map(({ said, mean, right, count }) => [said, percent(mean), percent(right), count]),
    ),
    `Best entry right ${percent(accuracy.top1)}, among three ${percent(accuracy.top3)}, answered wrong ${percent(accuracy.answeredWrong)}; questions whose answer was taken out: answered ${percent(accuracy.outAnswered)}, AUROC ${round(accuracy.auroc)}. Phrasings are written to be unlike each other, so these are harder than what exporters ask (see \`npm run golden\`).`,
  ].join('\n\n');
}

type Rebuild = UnderstandingFigures['rebuild'];

const rebuildCells = (one: Rebuild) => [
  one.ms,
  one.openMs,
  one.storedMB,
  one.loopDelayP99Ms,
  one.latencyMeanwhile.p99,
  one.memoryRatio,
];

function turnsPart({ ours, echo }: TurnFigures): string {
  const rows = [
    ['echo bot', echo.turnsASecond, echo.halfLoadMs.p50, echo.halfLoadMs.p99],
    ['this bot', ours.turnsASecond, ours.halfLoadMs.p50, ours.halfLoadMs.p99],
    [
      'ratio',
      round(ours.turnsASecond / echo.turnsASecond),
      round(ours.halfLoadMs.p50 / echo.halfLoadMs.p50),
      round(ours.halfLoadMs.p99 / echo.halfLoadMs.p99),
    ],
  ];
  return `## A whole turn\n\nFrom the post through Direct Line, bot and store to the first bubble on the stream; an echo bot on the same server, store and machine beside it.\n\n${table(['', 'turns a second', 'p50 ms at half load', 'p99 ms at half load'], rows)}`;
}

function coldStartPart({ firstMs, againMs }: ColdStart): string {
  return `## Cold start\n\nFrom the command to \`/readyz\`: ${firstMs} ms in a new folder (database made, knowledge learnt), ${againMs} ms from then on.`;
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const round = (value: number): number => Math.round(value * 100) / 100;
const percent = (share: number): string => `${Math.round(share * 1000) / 10} %`;
