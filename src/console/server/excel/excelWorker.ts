import { parentPort, workerData } from 'node:worker_threads';
import type { LiveRow } from '../../../knowledge/index.ts';
import type { GateFinding } from '../../contract/knowledge.ts';
import type { Change } from '../knowledge/trial.ts';
import type { Compared } from './compareFile.ts';
import type { Standing } from './standing.ts';
import type { Export } from './writeKnowledgeFile.ts';

/** What the thread is asked to do, and what it gives back. */
export interface ExcelJobs {
  readonly plan: {
    readonly takes: { readonly bytes: Uint8Array; readonly standing: Standing };
    readonly gives: Compared;
  };
  /** What is wrong with changes that are published together. */
  readonly examine: {
    readonly takes: { readonly rows: readonly LiveRow[]; readonly changes: readonly Change[]; readonly now: Date };
    readonly gives: GateFinding[];
  };
  readonly write: { readonly takes: Export; readonly gives: Uint8Array };
}

type Job = {
  [Name in keyof ExcelJobs]: { readonly job: Name; readonly input: ExcelJobs[Name]['takes'] };
}[keyof ExcelJobs];

parentPort?.postMessage(await run(workerData as Job));

/** Each job loads what it needs itself: half of the time of a small one would go into loading the others'. */
async function run(asked: Job): Promise<unknown> {
  if (asked.job === 'plan')
    return (await import('./compareFile.ts')).compareFile(asked.input.bytes, asked.input.standing);
  if (asked.job === 'write') return (await import('./writeKnowledgeFile.ts')).writeKnowledgeFile(asked.input);
  const { rows, changes, now } = asked.input;
  return (await import('../knowledge/gate.ts')).examineAll(rows, changes, now);
}
