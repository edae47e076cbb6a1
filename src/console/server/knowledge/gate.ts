import { checkRow, checkRows, dayInWib, type Finding, keyOfRow, type LiveRow } from '../../../knowledge/index.ts';
import type { GateFinding } from '../../contract/knowledge.ts';
import type { Change } from './trial.ts';

/** The rows as they would be after some changes. */
export function rowsAfter(rows: readonly LiveRow[], changes: readonly Change[]): LiveRow[] {
  const changed = new Set(changes.map(nameOf));
  const written = changes.filter(({ value }) => value !== null);
  return [
    ...rows.filter((row) => !changed.has(nameOf(row))),
    ...written.map(({ table, key, value }) => ({ table, key, value, revision: 0 })),
  ];
}

/**
 * What is wrong with a change: its own fields, its references, and what it breaks in other rows.
 *
 * Faults that other rows had before are not this change's. Entries that cite a rule which it revokes are named, but
 * block nothing: they go to review.
 */
export function examine(rows: readonly LiveRow[], change: Change, now: Date): GateFinding[] {
  const own = nameOf(change);
  return examineAll(rows, [change], now).map((finding) => (finding.row === own ? { ...finding, row: null } : finding));
}

/**
 * The same for changes that are published together; every finding names its row.
 *
 * @param before see {@link faultsOf}; for who examines the same rows again and again
 */
export function examineAll(
  rows: readonly LiveRow[],
  changes: readonly Change[],
  now: Date,
  before = faultsOf(rows, now),
): GateFinding[] {
  const own = changes.flatMap((change) => fieldFaults(change).map((fault) => ({ ...fault, row: nameOf(change) })));
  if (own.length > 0) return own;
  const changed = new Set(changes.map(nameOf));
  return checkRows(rowsAfter(rows, changes), dayInWib(now))
    .filter(({ file, message }) => changed.has(file) || !before.has(`${file} ${message}`))
    .map((finding) => gateFinding(finding, changed));
}

/** What is wrong with rows as they stand. */
export function faultsOf(rows: readonly LiveRow[], now: Date): ReadonlySet<string> {
  return new Set(checkRows(rows, dayInWib(now)).map(({ file, message }) => `${file} ${message}`));
}

function nameOf({ table, key }: Pick<Change, 'table' | 'key'>): string {
  return `${table}/${key}`;
}

/** Whether a change may not be published as it is. */
export function isBlocked(findings: readonly GateFinding[]): boolean {
  return findings.some(({ level }) => level === 'error');
}

/** What is wrong with the fields of a row by itself. */
export function fieldFaults({ table, key, value }: Change): GateFinding[] {
  if (value === null) return [];
  const checked = checkRow(table, value, 'id');
  if ('faults' in checked)
    return checked.faults.map(({ path, message }) => ({ ...FAULT, path: namesIn(path), message }));
  const named = keyOfRow(table, checked.row);
  if (named === key) return [];
  return [{ ...FAULT, code: 'other-key', values: { key: named }, path: ['id'], message: `the row is called ${named}` }];
}

const FAULT = { level: 'error', code: null, values: {}, row: null } as const;

function gateFinding(
  { level, code, values = {}, message, path = [], file }: Finding,
  changed: ReadonlySet<string>,
): GateFinding {
  return {
    level: !changed.has(file) && code === 'revoked-source' ? 'warning' : level,
    ...{ code: code ?? null, values, message, path: namesIn(path), row: file },
  };
}

function namesIn(path: readonly PropertyKey[]): (string | number)[] {
  return path.map((step) => (typeof step === 'number' ? step : String(step)));
}
