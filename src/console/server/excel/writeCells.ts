import { cellOf, readCell } from './cells.ts';
import type { Column } from './columns.ts';
import { inWords } from './inWords.ts';
import type { Found, Path, Tree } from './openItems.ts';
import type { Line } from './readLines.ts';

/** One cell that changes something. */
export interface Edit {
  readonly path: Path;
  readonly before: string;
  readonly after: string;
  readonly line: Line;
  readonly at: number;
}

/** A cell of a line. */
export interface CellOfLine {
  readonly line: Line;
  readonly at: number;
}

/** What writing has come to so far. */
export interface Work {
  readonly edits: Edit[];
  /** Cells that were emptied, which changes nothing. */
  readonly emptied: CellOfLine[];
}

/** Writes the cells of a line that say something else than the row does. */
export function writeCells(line: Line, { item, path }: Found, { edits, emptied }: Work): void {
  for (const { column, at, read } of line.cells) {
    const current = column.path.reduce<unknown>((tree, name) => (tree as Tree | undefined)?.[name], item);
    const before = inWords(current);
    if (read.kind === 'silent' && before !== '') emptied.push({ line, at });
    if (read.kind === 'cleared' && before !== '') {
      clear(item, column);
      edits.push({ path: [...path, ...column.path], before, after: '', line, at });
    }
    if (read.kind !== 'value' || saysTheSame(column, current, read.value)) continue;
    write(item, column.path, read.value);
    edits.push({ path: [...path, ...column.path], before, after: inWords(read.value), line, at });
  }
}

/** Whether a cell shows what the row holds: spaces at its ends, or the way of writing a day, make no change. */
function saysTheSame(column: Column, current: unknown, value: unknown): boolean {
  const shown = readCell(column, cellOf(column, current, 'id'));
  return shown.kind === 'value' && JSON.stringify(shown.value) === JSON.stringify(value);
}

function write(item: Tree, path: readonly string[], value: unknown): void {
  const last = path.at(-1) ?? '';
  let tree = item;
  for (const name of path.slice(0, -1)) {
    const inner = (tree[name] ?? {}) as Tree;
    tree[name] = inner;
    tree = inner;
  }
  tree[last] = value;
}

function clear(item: Tree, { path, kind, isRequired }: Column): void {
  const holder = path.slice(0, -1).reduce<Tree | undefined>((tree, name) => tree?.[name] as Tree | undefined, item);
  if (!holder) return;
  if (kind === 'words' && isRequired) holder[path.at(-1) ?? ''] = [];
  else delete holder[path.at(-1) ?? ''];
}
