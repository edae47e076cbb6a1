/**
 * `npm run bench -- [understanding] [turns] [start]`: measures what is named, all when nothing is, with a line of
 * progress for each step; prints the figures as JSON and, when all was measured, writes `docs/performance.md`.
 *
 * @module
 */
import { corpusOf, loadKnowledge } from '../src/knowledge/index.ts';
import { learn } from '../src/understanding/index.ts';
import { benchColdStart } from './coldStart.ts';
import { benchTurns } from './turns.ts';
import { benchUnderstanding } from './understanding.ts';
import { type BenchFigures, writeReport } from './writeReport.ts';

const PARTS = ['understanding', 'turns', 'start'] as const;
const asked = new Set(process.argv.slice(2));
const isAsked = (part: (typeof PARTS)[number]) => asked.size === 0 || asked.has(part);
const begun = performance.now();
const progress = (line: string) =>
  process.stderr.write(`${Math.round((performance.now() - begun) / 1000)} s  ${line}\n`);

const { knowledge } = loadKnowledge('knowledge');
const corpus = corpusOf(knowledge);
const figures: BenchFigures = {
  ...(isAsked('understanding') && { understanding: await benchUnderstanding(corpus, progress) }),
  ...(isAsked('turns') && { turns: await benchTurns({ knowledge, model: learn(corpus) }, progress) }),
  ...(isAsked('start') && { coldStart: await benchColdStart(progress) }),
};
process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
if (PARTS.every(isAsked)) writeReport(figures);
process.exit(0);
