import { examineAll, faultsOf } from '../knowledge/gate.ts';
import { cellFor, inPlace } from './importFaults.ts';
import { isWritten, type RowPlan } from './planRow.ts';
import type { Standing } from './standing.ts';

/** Holds all rows against each other and against what is published; a row that does not fit is left out, again and again. */
export function holdTogether(rows: readonly RowPlan[], { rows: live, now }: Standing): void {
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
