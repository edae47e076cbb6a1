import type { Schema } from './columns.ts';
import type { Tree } from './openItems.ts';

/** Takes items out of every list of a row. */
export function dropItems(tree: unknown, removed: ReadonlySet<unknown>): void {
  if (typeof tree !== 'object' || tree === null) return;
  for (const [name, field] of Object.entries(tree)) {
    if (Array.isArray(field)) (tree as Tree)[name] = field.filter((item) => !removed.has(item));
    dropItems((tree as Tree)[name], removed);
  }
}

/** A part of which everything was cleared is gone. */
export function prune(tree: Tree): void {
  for (const [name, field] of Object.entries(tree)) {
    if (typeof field !== 'object' || field === null) continue;
    prune(field as Tree);
    if (!Array.isArray(field) && !Array.isArray(tree) && Object.keys(field).length === 0) delete tree[name];
  }
}

/** Lists that must be there, and answers to yes or no, begin as empty and no. */
export function complete(tree: unknown, { properties = {}, required = [], items }: Schema): void {
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
