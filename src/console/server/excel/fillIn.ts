import { cellOf, readCell, textOf } from './cells.ts';
import type { Column, Schema } from './columns.ts';
import type { Line } from './readLines.ts';

type Tree = Record<string, unknown>;
export type Path = readonly (string | number)[];

/** One cell that changes something. */
export interface Edit {
  readonly path: Path;
  readonly before: string;
  readonly after: string;
  readonly line: Line;
  readonly at: number;
}

/** A row after its lines were written into it. */
export interface Filled {
  readonly value: Tree;
  readonly edits: readonly Edit[];
  /** Cells that were emptied, which changes nothing. */
  readonly emptied: readonly { readonly line: Line; readonly at: number }[];
  /** Where each line's item stands now. */
  readonly places: ReadonlyMap<Line, Path>;
  readonly faults: readonly { readonly line: Line; readonly at: number; readonly code: string }[];
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

interface Found {
  readonly item: Tree;
  readonly path: Path;
}

/** Finds the item of a line; one with a number that there is not yet, or with none, is added at the end. */
function openItems(row: Tree): (line: Line) => Found | null {
  const lengths = new Map<string, number>();
  const added = new Map<string, number>();
  return ({ plan, positions }) => {
    let [item, path]: [Tree, Path] = [row, []];
    for (const [level, name] of plan.lists.entries()) {
      const list = listIn(item, name);
      const where = [...path, name].join('.');
      const length = lengths.get(where) ?? list.length;
      lengths.set(where, length);
      const position = positions[level] ?? null;
      if (position === null && level < plan.lists.length - 1) return null;
      const numbered = `${where}#${position}`;
      const at = position !== null && position <= length ? position - 1 : (added.get(numbered) ?? list.length);
      if (position !== null && position > length) added.set(numbered, at);
      item = list[at] ?? {};
      list[at] = item;
      path = [...path, name, at];
    }
    return { item, path };
  };
}

function listIn(item: Tree, name: string): Tree[] {
  if (!Array.isArray(item[name])) item[name] = [];
  return item[name] as Tree[];
}

type Work = { edits: Edit[]; emptied: Filled['emptied'][number][] };

function writeCells(line: Line, { item, path }: Found, { edits, emptied }: Work): void {
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

function dropItems(tree: unknown, removed: ReadonlySet<unknown>): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [name, field] of Object.entries(tree)) {
    if (Array.isArray(field)) (tree as Tree)[name] = field.filter((item) => !removed.has(item));
    dropItems((tree as Tree)[name], removed);
  }
}

/** A part of which everything was cleared is gone. */
function prune(tree: Tree): void {
  for (const [name, field] of Object.entries(tree)) {
    if (typeof field !== 'object' || field === null) continue;
    prune(field as Tree);
    if (!Array.isArray(field) && !Array.isArray(tree) && Object.keys(field).length === 0) delete tree[name];
  }
}

/** Lists that must be there, and answers to yes or no, begin as empty and no. */
function complete(tree: unknown, { properties = {}, required = [], items }: Schema): void {
  if (Array.isArray(tree)) for (const item of tree) complete(item, items ?? {});
  else if (typeof tree === 'object' && tree !== null) {
    for (const [name, field] of Object.entries(properties)) {
      const holder = tree as Tree;
      if (holder[name] === undefined && required.includes(name)) {
        if (field.type === 'array') holder[name] = [];
        if (field.type === 'boolean') holder[name] = false;
      }
      complete(holder[name], field);
    }
  }
}

/** A value in words, for who compares. */
function inWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak';
  if (typeof value !== 'object') return textOf(value as string);
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return value.join('\n');
  return Object.values(value).map(inWords).filter(Boolean).join(' · ');
}
