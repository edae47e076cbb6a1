import { join } from 'node:path';
import type { Published } from './conversation/index.ts';
import { corpusOf, type Finding, loadKnowledge } from './knowledge/index.ts';
import { type LearnOptions, learnKnowledge } from './learnKnowledge.ts';
import { StartFault } from './startFault.ts';

const SHIPPED = join(import.meta.dirname, '../knowledge');
const MOST_FINDINGS = 5;

/**
 * Reads the knowledge files and what was learnt from them.
 *
 * @throws {StartFault} naming file and line when a file cannot be read: a half-read knowledge gives wrong answers
 */
export async function openPublished(options: LearnOptions & { folder?: string }): Promise<Published> {
  const { knowledge, findings } = loadKnowledge(options.folder ?? SHIPPED);
  const faults = findings.filter(({ level }) => level === 'error');
  if (faults.length > 0) throw new StartFault(faultLines(faults));
  return { knowledge, model: await learnKnowledge(corpusOf(knowledge), options) };
}

function faultLines(faults: readonly Finding[]): string[] {
  const lines = faults
    .slice(0, MOST_FINDINGS)
    .map(
      ({ file, line, message }) => `knowledge/${file}:${line}: ${message}. Mend it, see npm run knowledge -- check.`,
    );
  return faults.length > MOST_FINDINGS ? [...lines, `and ${faults.length - MOST_FINDINGS} more.`] : lines;
}
