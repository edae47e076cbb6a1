import { createHash } from 'node:crypto';
import { contentHash } from '../../../knowledge/index.ts';
import type { ImportPreview } from '../../contract/excel.ts';
import { groupRows } from './groupRows.ts';
import { holdTogether } from './holdTogether.ts';
import { isWritten, planRow, type RowPlan } from './planRow.ts';
import type { ReadLines } from './readLines.ts';
import { shownRows } from './shownRows.ts';
import { openContext, type Standing } from './standing.ts';

/** A row as the import would write it. */
export interface PlannedChange {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
  readonly baseRevision: number;
}

/** What an import would do. */
export interface ImportPlan {
  readonly changes: readonly PlannedChange[];
  readonly preview: ImportPreview;
}

/** Works out what a file would change, without changing anything. */
export function planImport({ lines, unknown }: ReadLines, standing: Standing): ImportPlan {
  const context = openContext(standing);
  const rows = groupRows(lines).map((row) => planRow(row, context));
  holdTogether(rows, standing);
  const good = rows.filter(isWritten);
  const changes = good.map(({ table, key, value, baseRevision }) => ({ table, key, value, baseRevision }));
  const faults = rows.flatMap((row) => row.faults);
  const emptied = rows.flatMap((row) => row.emptied);
  const count = (kind: RowPlan['kind']) => rows.filter((row) => row.kind === kind).length;
  return {
    changes,
    preview: {
      plan: hashOf(changes),
      counts: {
        added: count('added'),
        changed: count('changed'),
        unchanged: count('unchanged'),
        waiting: count('waiting'),
        conflicts: count('conflict'),
        faulty: count('faulty'),
      },
      rows: shownRows(rows),
      faults: faults.slice(0, MOST_FAULTS),
      faultCount: faults.length,
      unknown: [...unknown],
      emptied: { count: emptied.length, places: emptied.slice(0, MOST_PLACES) },
    },
  };
}

const MOST_FAULTS = 1_000;
const MOST_PLACES = 20;

function hashOf(changes: readonly PlannedChange[]): string {
  const hash = createHash('sha256');
  for (const { table, key, baseRevision, value } of changes)
    hash.update(JSON.stringify([table, key, baseRevision, contentHash(value)]));
  return hash.digest('hex');
}
