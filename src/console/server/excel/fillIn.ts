import type { Schema } from './columns.ts';
import { inWords } from './inWords.ts';
import { openItems, type Path, type Tree } from './openItems.ts';
import type { Line } from './readLines.ts';
import { complete, dropItems, prune } from './tidy.ts';
import { type CellOfLine, type Edit, writeCells } from './writeCells.ts';

/** A row after its lines were written into it. */
export interface Filled {
  readonly value: Tree;
  readonly edits: readonly Edit[];
  /** Cells that were emptied, which changes nothing. */
  readonly emptied: readonly CellOfLine[];
  /** Where each line's item stands now. */
  readonly places: ReadonlyMap<Line, Path>;
  readonly faults: readonly (CellOfLine & { readonly code: string })[];
}

/**
 * Writes the lines of a file into a row. Fields, items and cells that the file does not name stay as they are; a cell
 * counts only where it says something else than the row.
 *
 * @param schema of the table, for what a new row or item cannot be without
 */
export function fillIn(base: unknown, lines: readonly Line[], schema: Schema): Filled {
  const value = structuredClone(base ?? {}) as Tree;
  const work = {
    edits: [] as Edit[],
    emptied: [] as Filled['emptied'][number][],
    faults: [] as Filled['faults'][number][],
  };
  const places = new Map<Line, Path>();
  const removed = new Set<unknown>();
  const items = openItems(value);
  for (const line of inOrder(lines)) {
    if (line.plan.lists.length > 0 && isEmpty(line)) continue;
    const found = items(line);
    if (!found) {
      work.faults.push({ line, at: line.keyAt, code: 'position-missing' });
      continue;
    }
    places.set(line, found.path);
    if (line.isRemoved) {
      removed.add(found.item);
      work.edits.push({ path: found.path, before: inWords(found.item), after: '', line, at: line.keyAt });
    } else writeCells(line, found, work);
  }
  if (removed.size > 0) dropItems(value, removed);
  prune(value);
  complete(value, schema);
  return { value, places, ...work };
}

/** Those that say which item before those that add one; the table itself first. */
function inOrder(lines: readonly Line[]): Line[] {
  const rank = ({ positions }: Line) => positions.map((position) => position ?? Number.MAX_SAFE_INTEGER);
  return lines.toSorted((a, b) => {
    const [one, other] = [rank(a), rank(b)];
    if (one.length !== other.length) return one.length - other.length;
    const at = one.findIndex((position, level) => position !== other[level]);
    return at < 0 ? a.row - b.row : (one[at] ?? 0) - (other[at] ?? 0);
  });
}

function isEmpty({ cells, positions, isRemoved }: Line): boolean {
  return !isRemoved && positions.at(-1) === null && cells.every(({ read }) => read.kind === 'silent');
}
