import type { Transaction } from 'kysely';
import type { Case } from '../../cases/case.ts';
import type { TalkCases } from '../../cases/caseStore.ts';
import type { Telling } from '../../cases/decision.ts';
import type { Tables } from '../tables.ts';
import { samePerson } from '../talks/openTalkLinks.ts';
import { caseOf } from './caseRows.ts';
import { eraseExporter } from './eraseData.ts';
import { insertCase } from './insertCase.ts';
import { moveCase } from './moveCase.ts';
import { readRules } from './readRules.ts';

const MOST_SHOWN = 20;

/** Opens the cases of one exporter within the transaction of her turn. */
export function openTalkCases(
  work: () => Transaction<Tables>,
  { conversationKey, exporterKey }: { readonly conversationKey: string; readonly exporterKey: string },
  now: Date,
): TalkCases {
  return {
    mine: () => readMine(work(), exporterKey),
    open: async (plan) => insertCase(work(), plan, await readRules(work()), now),
    move: async (number, decide) => moveCase(work(), number, decide, await readRules(work()), now, exporterKey),
    takeTellings: () => takeTellings(work(), conversationKey, now),
    eraseMe: async () => ({ cases: await eraseExporter(work(), { conversationKey, exporterKey }, now) }),
  };
}

async function readMine(work: Transaction<Tables>, exporterKey: string): Promise<Case[]> {
  const rows = await work
    .selectFrom('cases')
    .selectAll()
    .where('exporter_key', 'in', samePerson(exporterKey))
    .where('erased_at', 'is', null)
    .orderBy('opened_at', 'desc')
    .orderBy('case_number', 'desc')
    .limit(MOST_SHOWN)
    .execute();
  return rows.map(caseOf);
}

async function takeTellings(work: Transaction<Tables>, conversationKey: string, now: Date): Promise<Telling[]> {
  const rows = await work
    .updateTable('outbox')
    .set({ status: 'sent', ended_at: now })
    .where('conversation_key', '=', conversationKey)
    .where('kind', '=', 'talk')
    .where('status', '=', 'waiting')
    .returning(['id', 'payload'])
    .execute();
  return rows.toSorted((one, other) => one.id - other.id).map(({ payload }) => payload as Telling);
}
