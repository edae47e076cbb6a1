import { parentPort, workerData } from 'node:worker_threads';
import type { LiveRow } from '../../../knowledge/index.ts';
import type { GateFinding } from '../../contract/knowledge.ts';
import { examineAll } from '../knowledge/gate.ts';
import type { Change } from '../knowledge/trial.ts';
import { type ImportPlan, planImport } from './planImport.ts';
import { type ReadLines, readLines } from './readLines.ts';
import { readWorkbook, type Unreadable } from './readWorkbook.ts';
import type { Standing } from './standing.ts';
import { type Export, writeKnowledgeFile } from './writeKnowledgeFile.ts';

/** What the thread is asked to do, and what it gives back. */
export interface ExcelJobs {
  readonly read: { readonly takes: { readonly bytes: Uint8Array }; readonly gives: ReadLines | Unreadable };
  readonly plan: {
    readonly takes: { readonly read: ReadLines; readonly standing: Standing };
    readonly gives: ImportPlan;
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

async function run(asked: Job): Promise<unknown> {
  if (asked.job === 'read') {
    const sheets = await readWorkbook(asked.input.bytes);
    return typeof sheets === 'string' ? sheets : readLines(sheets);
  }
  if (asked.job === 'plan') return planImport(asked.input.read, asked.input.standing);
  if (asked.job === 'examine') return examineAll(asked.input.rows, asked.input.changes, asked.input.now);
  return writeKnowledgeFile(asked.input);
}
