import type { LiveRow } from '../../../knowledge/index.ts';
import type { ImportFault } from '../../contract/excel.ts';
import type { Filled } from './fillIn.ts';
import type { Grouped } from './groupRows.ts';
import { addressOf } from './place.ts';
import type { Line } from './readLines.ts';
import type { Context } from './standing.ts';

/** What is wrong with a row of the file before its fields are looked at. */
export function earlyFaults(group: Grouped, live: LiveRow | undefined, context: Context): ImportFault[] {
  return [...linesFaults(group.lines), ...doubleFaults(group), ...standingFaults(group, live, context)];
}

function linesFaults(lines: readonly Line[]): ImportFault[] {
  return lines.flatMap((line) => [
    ...line.faults.map(({ at, code, values }) => inPlace(line, at, line.key, code, values)),
    ...line.cells.flatMap(({ at, read, column }) =>
      read.kind === 'fault' ? [inPlace(line, at, line.key, read.fault.code, read.fault.values, column.path)] : [],
    ),
  ]);
}

function doubleFaults({ key, lines, doubles }: Grouped): ImportFault[] {
  const first = lines.find(({ plan }) => plan.lists.length === 0);
  const row = String((first?.row ?? 0) + 1);
  return doubles.map((line) => inPlace(line, line.keyAt, key, 'key-twice', { row }));
}

/** A row that was retired, or an item of a row that there is not. */
function standingFaults({ table, key, lines }: Grouped, live: LiveRow | undefined, context: Context): ImportFault[] {
  const [first] = lines;
  if (live || !first || key === '') return [];
  if (context.retired.has(`${table}/${key}`)) return [inPlace(first, first.keyAt, key, 'retired')];
  if (lines.every(({ plan }) => plan.lists.length > 0)) return [inPlace(first, first.keyAt, key, 'unknown-key')];
  return lines.some(({ revision }) => revision !== null) ? [inPlace(first, first.keyAt, key, 'unknown-key')] : [];
}

interface FoundFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** A fault of a field, in its cell. */
export function fieldFault(group: Grouped, filled: Filled, { path, message }: FoundFault): ImportFault {
  const [line, at] = cellFor(group.lines, filled, path);
  return { ...inPlace(line, at, group.key, null, {}, path), message };
}

/**
 * Finds the cell in which a field of a row stands: in the line of the innermost list item, under the column whose path
 * goes farthest with it; else where the row's key is.
 */
export function cellFor(lines: readonly Line[], filled: Filled | null, path: readonly PropertyKey[]): [Line, number] {
  const [first] = lines as [Line];
  const holding = lines
    .map((line) => ({ line, place: filled?.places.get(line) ?? [] }))
    .filter(({ place }) => place.every((step, level) => step === path[level]))
    .toSorted((a, b) => b.place.length - a.place.length);
  for (const { line, place } of holding) {
    const rest = path.slice(place.length).map(String);
    const cell = line.cells.find(({ column }) => isAlong(column.path, rest));
    if (cell) return [line, cell.at];
    if (place.length > 0) return [line, line.keyAt];
  }
  return [first, first.keyAt];
}

function isAlong(column: readonly string[], path: readonly string[]): boolean {
  const shorter = Math.min(column.length, path.length);
  return path.length > 0 && column.slice(0, shorter).every((name, level) => name === path[level]);
}

/** A fault in a cell of a line. */
export function inPlace(
  line: Line,
  at: number,
  key: string,
  code: string | null,
  values: Readonly<Record<string, string | number>> = {},
  path: readonly PropertyKey[] = [],
): ImportFault {
  return {
    ...{ sheet: line.sheet, cell: addressOf(line.row, at), table: line.plan.table, key, code, message: '' },
    values: { ...values },
    path: path.map((step) => (typeof step === 'number' ? step : String(step))),
  };
}

/** `Jawaban!F12` */
export function placeOf({ line, at }: { line: Line; at: number }): string {
  return `${line.sheet}!${addressOf(line.row, at)}`;
}

/** A row whose content is called otherwise than it is itself. */
export function otherKey({ key, lines }: Grouped, named: string): ImportFault {
  const [first] = lines as [Line];
  return inPlace(first, first.keyAt, key, 'other-key', { key: named });
}
