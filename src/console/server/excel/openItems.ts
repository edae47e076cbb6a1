import type { Line } from './readLines.ts';

/** A row, or a part of one. */
export type Tree = Record<string, unknown>;
export type Path = readonly (string | number)[];

/** The item of a list, or the row itself, that a line speaks of. */
export interface Found {
  readonly item: Tree;
  readonly path: Path;
}

/** Finds the item of a line; one with a number that there is not yet, or with none, is added at the end. */
export function openItems(row: Tree): (line: Line) => Found | null {
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
