import { assembleKnowledge, type TableRow } from './assembleKnowledge.ts';
import { checkRow, keyOfRow } from './checkRow.ts';
import type { Knowledge } from './knowledge.ts';
import { type Finding, type RawRow, readFiles } from './readFiles.ts';

/** A checked row and where it stands. */
export interface LocatedRow extends TableRow {
  readonly raw: RawRow;
}

/** What came of reading the files: the knowledge, every row with its place, and what is wrong with the rest. */
export interface LoadedKnowledge {
  readonly knowledge: Knowledge;
  readonly located: readonly LocatedRow[];
  readonly findings: readonly Finding[];
}

/**
 * Reads and checks the knowledge files field by field. References between rows are checked by `checkKnowledge`.
 *
 * @param folder the folder `knowledge/`
 */
export function loadKnowledge(folder: string): LoadedKnowledge {
  const files = readFiles(folder);
  const findings = [...files.findings];
  const located: LocatedRow[] = [];
  for (const raw of files.rows) {
    const checked = checkRow(raw.table, raw.value);
    if ('row' in checked) located.push({ table: raw.table, row: checked.row, raw });
    else findings.push(...checked.faults.map(({ path, message }) => findingOf(raw, path, message)));
  }
  findings.push(...doubles(located));
  return { knowledge: assembleKnowledge(located), located, findings };
}

function findingOf(raw: RawRow, path: readonly PropertyKey[], message: string): Finding {
  const text = `${nameOf(raw)}: ${path.join('.') || 'row'}: ${message}`;
  return { level: 'error', file: raw.file, line: raw.lineOf(path), message: text };
}

function nameOf(raw: RawRow): string {
  const row = raw.value as { id?: unknown; topic?: unknown; word?: unknown } | null;
  return String(row?.id ?? row?.topic ?? row?.word ?? 'row');
}

function doubles(located: readonly LocatedRow[]): Finding[] {
  const seen = new Set<string>();
  return located.flatMap(({ table, row, raw }): Finding[] => {
    const key = keyOfRow(table, row);
    const name = `${table} ${key}`;
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const message = `${key}: another row of ${table} has this id`;
    return [{ level: 'error', file: raw.file, line: raw.line, message }];
  });
}
