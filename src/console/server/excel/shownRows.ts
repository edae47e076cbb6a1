import type { ImportRow } from '../../contract/excel.ts';
import { titleOf } from '../knowledge/titleOf.ts';
import { placeOf } from './importFaults.ts';
import { addressOf } from './place.ts';
import type { RowPlan } from './planRow.ts';
import type { Line } from './readLines.ts';
import type { Edit } from './writeCells.ts';

/** Beyond so many letters of differences only the names of rows are sent. */
const MOST_LETTERS = 3_000_000;

/** The rows of a preview, with what changes in each. */
export function shownRows(rows: readonly RowPlan[]): ImportRow[] {
  return cutShort(rows.filter(({ kind }) => SHOWN.has(kind)).map(shown));
}

const SHOWN: ReadonlySet<RowPlan['kind']> = new Set(['added', 'changed', 'conflict']);

function shown({ table, key, kind, value, lines, filled, conflict }: RowPlan): ImportRow {
  const [first] = lines as [Line];
  return {
    ...{ table, key, kind: kind as ImportRow['kind'], conflict, title: titleOf(table, value) },
    place: `${first.sheet}!${addressOf(first.row, first.keyAt)}`,
    changes: kind === 'added' ? [] : (filled?.edits ?? []).map(editShown),
    isCut: false,
  };
}

function editShown({ path, before, after, line, at }: Edit) {
  return { path: [...path] as (string | number)[], before, after, cell: placeOf({ line, at }) };
}

function cutShort(rows: readonly ImportRow[]): ImportRow[] {
  let left = MOST_LETTERS;
  return rows.map((row) => {
    for (const { before, after } of row.changes) left -= before.length + after.length;
    return left >= 0 ? row : { ...row, changes: [], isCut: row.changes.length > 0 };
  });
}
