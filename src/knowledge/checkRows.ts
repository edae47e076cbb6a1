import { assembleKnowledge } from './assembleKnowledge.ts';
import { checkKnowledge } from './checkKnowledge.ts';
import { checkRow } from './checkRow.ts';
import type { LiveRow } from './knowledgeStore.ts';
import type { LocatedRow } from './loadKnowledge.ts';
import type { Finding } from './readFiles.ts';
import type { Day } from './validity.ts';

/**
 * Checks rows of the store against each other, as `checkKnowledge` checks files. A finding's `file` is the row it speaks
 * about: `entries/ska-terlambat`.
 */
export function checkRows(rows: readonly Pick<LiveRow, 'table' | 'key' | 'value'>[], today: Day): Finding[] {
  const located = rows.flatMap(({ table, key, value }): LocatedRow[] => {
    const checked = checkRow(table, value);
    const raw = { table, value, file: `${table}/${key}`, line: 1, lineOf: () => 1 };
    return 'row' in checked ? [{ table, row: checked.row, raw }] : [];
  });
  return checkKnowledge({ knowledge: assembleKnowledge(located), located, findings: [] }, today);
}
