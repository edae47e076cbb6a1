import type { Line } from './readLines.ts';

/** What a file says about one row. */
export interface Grouped {
  readonly table: string;
  readonly key: string;
  readonly lines: readonly Line[];
  /** A second line of the table with the same key. */
  readonly doubles: readonly Line[];
}

/** Puts together what several sheets say about one row. */
export function groupRows(lines: readonly Line[]): Grouped[] {
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
