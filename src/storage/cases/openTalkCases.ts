import type { Transaction } from 'kysely';
import type { Case } from '../../cases/case.ts';
import type { TalkCases } from '../../cases/caseStore.ts';
import type { Tables } from '../tables.ts';
import { caseOf } from './caseRows.ts';
import { eraseExporter } from './eraseData.ts';
import { insertCase } from './insertCase.ts';
import { moveCase } from './moveCase.ts';
import { readRules } from './readRules.ts';

const MOST_SHOWN = 20;
/** What an exporter reads of a case: words to her, and hers. */
const TO_HER = ['case.asked', 'case.answered', 'case.postponed', 'case.passed-on'];

/** Opens the cases of one exporter within the transaction of her turn. */
export function openTalkCases(work: () => Transaction<Tables>, exporterKey: string, now: Date): TalkCases {
  return {
    mine: () => readMine(work(), exporterKey),
    open: async (plan) => insertCase(work(), plan, await readRules(work()), now),
    move: async (number, decide) => moveCase(work(), number, decide, await readRules(work()), now, exporterKey),
    lastWords: (number) => readLastWords(work(), number),
    eraseMe: async () => ({ cases: await eraseExporter(work(), exporterKey, now) }),
  };
}

async function readMine(work: Transaction<Tables>, exporterKey: string): Promise<Case[]> {
  const rows = await work
    .selectFrom('cases')
    .selectAll()
    .where('exporter_key', '=', exporterKey)
    .where('erased_at', 'is', null)
    .orderBy('opened_at', 'desc')
    .orderBy('case_number', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(caseOf);
}

async function readLastWords(work: Transaction<Tables>, number: string): Promise<string | null> {
  const row = await work
    .selectFrom('case_events')
    .select('words')
    .where('case_number', '=', number)
    .where('kind', 'in', TO_HER)
    .orderBy('version', 'desc')
    .executeTakeFirst();
  return row?.words ?? null;
}
