import { createHash } from 'node:crypto';
import { checkRow, contentHash, keyOfRow, type LiveRow } from '../../../knowledge/index.ts';
import type { ImportConflict, ImportFault, ImportPreview, ImportRow } from '../../contract/excel.ts';
import { examineAll, faultsOf } from '../knowledge/gate.ts';
import { titleOf } from '../knowledge/titleOf.ts';
import { type Schema, schemaOfTable } from './columns.ts';
import { type Edit, type Filled, fillIn } from './fillIn.ts';
import { addressOf } from './place.ts';
import type { Line, ReadLines } from './readLines.ts';

/** Someone's draft of a row that the file speaks of. */
export interface OpenDraft {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
  readonly editedBy: string;
}

/** What the file is held against. */
export interface Standing {
  readonly rows: readonly LiveRow[];
  readonly drafts: readonly OpenDraft[];
  /** `table/key` of rows that were retired. */
  readonly retired: ReadonlySet<string>;
  /** Earlier contents of rows that have moved on since: `table/key@revision`. */
  readonly bases: ReadonlyMap<string, unknown>;
  readonly language: 'id' | 'en';
  readonly now: Date;
}

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
      rows: cutShort(
        rows.filter(({ kind }) => kind === 'added' || kind === 'changed' || kind === 'conflict').map(shown),
      ),
      faults: faults.slice(0, MOST_FAULTS),
      faultCount: faults.length,
      unknown: [...unknown],
      emptied: { count: emptied.length, places: emptied.slice(0, MOST_PLACES) },
    },
  };
}

const MOST_FAULTS = 1_000;
const MOST_PLACES = 20;
/** Beyond so many letters of differences only the names of rows are sent. */
const MOST_LETTERS = 3_000_000;

type Kind = 'added' | 'changed' | 'unchanged' | 'waiting' | 'conflict' | 'faulty';

interface RowPlan {
  readonly table: string;
  readonly key: string;
  kind: Kind;
  readonly value: unknown;
  readonly baseRevision: number;
  readonly lines: readonly Line[];
  readonly filled: Filled | null;
  readonly conflict: ImportConflict | null;
  faults: ImportFault[];
  readonly emptied: readonly string[];
}

interface Grouped {
  readonly table: string;
  readonly key: string;
  readonly lines: readonly Line[];
  /** A second line of the table with the same key. */
  readonly doubles: readonly Line[];
}

/** Puts together what several sheets say about one row. */
function groupRows(lines: readonly Line[]): Grouped[] {
  const groups = new Map<string, { table: string; key: string; lines: Line[]; doubles: Line[] }>();
  for (const line of lines) {
    const { table, lists } = line.plan;
    const name = line.key === '' ? `${table} ${line.sheet} ${line.row}` : `${table}/${line.key}`;
    const group = groups.get(name) ?? { table, key: line.key, lines: [], doubles: [] };
    groups.set(name, group);
    const isDouble = lists.length === 0 && group.lines.some(({ plan }) => plan.lists.length === 0);
    (isDouble ? group.doubles : group.lines).push(line);
  }
  return [...groups.values()];
}

interface Context extends Standing {
  readonly live: ReadonlyMap<string, LiveRow>;
  readonly draftOf: ReadonlyMap<string, OpenDraft>;
  schemaOf(table: string): Schema;
}

function openContext(standing: Standing): Context {
  const schemas = new Map<string, Schema>();
  return {
    ...standing,
    live: new Map(standing.rows.map((row) => [`${row.table}/${row.key}`, row])),
    draftOf: new Map(standing.drafts.map((draft) => [`${draft.table}/${draft.key}`, draft])),
    schemaOf(table) {
      const known = schemas.get(table) ?? schemaOfTable(table);
      schemas.set(table, known);
      return known;
    },
  };
}

function planRow(group: Grouped, context: Context): RowPlan {
  const { table, lines } = group;
  const name = `${table}/${group.key}`;
  const live = context.live.get(name);
  const early = [...linesFaults(lines), ...doubleFaults(group), ...standingFaults(group, live, context)];
  const base = { table, key: group.key, lines, baseRevision: live?.revision ?? 0, conflict: null, emptied: [] };
  if (early.length > 0) return { ...base, kind: 'faulty', value: null, filled: null, faults: early };
  const revision = lines.find((line) => line.revision !== null)?.revision ?? null;
  const hasMoved = live !== undefined && revision !== null && revision !== live.revision;
  const from = (hasMoved ? context.bases.get(`${name}@${revision}`) : undefined) ?? live?.value;
  const named = table === 'routes' || table === 'spellings' ? {} : { id: group.key };
  const schema = context.schemaOf(table);
  const filled = fillIn({ ...named, ...(from as object) }, lines, schema);
  const done = { ...base, filled, emptied: live ? filled.emptied.map(placeOf) : [] };
  if (live && filled.edits.length === 0) return { ...done, kind: 'unchanged', value: live.value, faults: [] };
  if (live && revision === null && isTheSame(fillIn(named, lines, schema).value, live.value))
    return { ...done, kind: 'unchanged', value: live.value, faults: [] };
  const faults = [...filled.faults.map((fault) => inPlace(fault.line, fault.at, group.key, fault.code))];
  const checked = checkRow(table, filled.value, context.language);
  if ('faults' in checked) faults.push(...checked.faults.map((fault) => fieldFault(group, filled, fault)));
  if (faults.length > 0 || !('row' in checked)) return { ...done, kind: 'faulty', value: null, faults };
  return settle({ ...done, key: keyOfRow(table, checked.row) }, checked.row, group, context, hasMoved);
}

type Done = Omit<RowPlan, 'kind' | 'value' | 'faults'>;

/** What a whole row comes to: written, there already, or in the way of somebody else. */
function settle(done: Done, value: unknown, group: Grouped, context: Context, hasMoved: boolean): RowPlan {
  const { table, key } = done;
  const live = context.live.get(`${table}/${key}`);
  const row = { ...done, value, faults: [], baseRevision: live?.revision ?? 0 };
  if (group.key !== '' && key !== group.key) return { ...row, kind: 'faulty', faults: [otherKey(group, key)] };
  if (live && isTheSame(value, live.value)) return { ...row, kind: 'unchanged' };
  const draft = context.draftOf.get(`${table}/${key}`);
  if (draft && isTheSame(draft.value, value)) return { ...row, kind: 'waiting' };
  if (draft) return { ...row, kind: 'conflict', conflict: { kind: 'draft', by: draft.editedBy } };
  if (hasMoved && live) return { ...row, kind: 'conflict', conflict: { kind: 'moved', revision: live.revision } };
  return { ...row, kind: live ? 'changed' : 'added' };
}

function isTheSame(one: unknown, other: unknown): boolean {
  return one !== null && other !== null && contentHash(one) === contentHash(other);
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

function otherKey({ key, lines }: Grouped, named: string): ImportFault {
  const [first] = lines as [Line];
  return inPlace(first, first.keyAt, key, 'other-key', { key: named });
}

interface FoundFault {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function fieldFault(group: Grouped, filled: Filled, { path, message }: FoundFault): ImportFault {
  const [line, at] = cellFor(group.lines, filled, path);
  return { ...inPlace(line, at, group.key, null, {}, path), message };
}

/**
 * Finds the cell in which a field of a row stands: in the line of the innermost list item, under the column whose path
 * goes farthest with it; else where the row's key is.
 */
function cellFor(lines: readonly Line[], filled: Filled | null, path: readonly PropertyKey[]): [Line, number] {
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

function inPlace(
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

function placeOf({ line, at }: { line: Line; at: number }): string {
  return `${line.sheet}!${addressOf(line.row, at)}`;
}

/** Holds all rows against each other and against what is published; a row that does not fit is left out, again and again. */
function holdTogether(rows: readonly RowPlan[], { rows: live, now }: Standing): void {
  const before = faultsOf(live, now);
  for (;;) {
    const written = new Map(rows.filter(isWritten).map((row) => [`${row.table}/${row.key}`, row]));
    const findings = examineAll(live, [...written.values()], now, before).filter(({ level }) => level === 'error');
    const blamed = findings.flatMap((finding) => {
      // Of two entries with one phrasing the other one may be named.
      const row = written.get(finding.row ?? '') ?? written.get(`entries/${finding.values.entry}`);
      if (!row) return [];
      const [line, at] = cellFor(
        row.lines,
        row.filled,
        row === written.get(finding.row ?? '') ? finding.path : ['phrasings'],
      );
      const { code, values, message, path } = finding;
      return [{ row, fault: { ...inPlace(line, at, row.key, code, values, path), message } }];
    });
    for (const { row, fault } of blamed) {
      row.kind = 'faulty';
      row.faults = [...row.faults, fault];
    }
    if (blamed.length === 0) return;
  }
}

function isWritten({ kind }: RowPlan): boolean {
  return kind === 'added' || kind === 'changed';
}

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

function hashOf(changes: readonly PlannedChange[]): string {
  const hash = createHash('sha256');
  for (const { table, key, baseRevision, value } of changes)
    hash.update(JSON.stringify([table, key, baseRevision, contentHash(value)]));
  return hash.digest('hex');
}
