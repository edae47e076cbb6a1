import { checkRow, contentHash, keyOfRow } from '../../../knowledge/index.ts';
import type { ImportConflict, ImportFault } from '../../contract/excel.ts';
import { type Filled, fillIn } from './fillIn.ts';
import type { Grouped } from './groupRows.ts';
import { earlyFaults, fieldFault, inPlace, otherKey, placeOf } from './importFaults.ts';
import type { Line } from './readLines.ts';
import type { Context } from './standing.ts';

type Kind = 'added' | 'changed' | 'unchanged' | 'waiting' | 'conflict' | 'faulty';

/** What becomes of one row of the file. */
export interface RowPlan {
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

/** Whether a draft is to be written of it. */
export function isWritten({ kind }: RowPlan): boolean {
  return kind === 'added' || kind === 'changed';
}

/** Works out what a file would make of one row. */
export function planRow(group: Grouped, context: Context): RowPlan {
  const { table, lines } = group;
  const name = `${table}/${group.key}`;
  const live = context.live.get(name);
  const early = earlyFaults(group, live, context);
  const base = { table, key: group.key, lines, baseRevision: live?.revision ?? 0, conflict: null, emptied: [] };
  if (early.length > 0) return { ...base, kind: 'faulty', value: null, filled: null, faults: early };
  const revision = lines.find((line) => line.revision !== null)?.revision ?? null;
  const hasMoved = live !== undefined && revision !== null && revision !== live.revision;
  const from = (hasMoved ? context.bases?.get(`${name}@${revision}`) : undefined) ?? live?.value;
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
