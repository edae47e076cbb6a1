import {
  assembleKnowledge,
  checkKnowledge,
  contentHash,
  type Day,
  type Finding,
  type KnowledgeStore,
  keyOfRow,
  type LiveRow,
  type LoadedKnowledge,
  type PublishOutcome,
  type RowChange,
} from '../../knowledge/index.ts';

/** What an import would do, or did. */
export interface ImportPlan {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly errors: readonly Finding[];
  readonly changes: readonly RowChange[];
}

/**
 * Compares files with what is published. Rows that the files do not name stay as they are.
 *
 * @param loaded the files, read by `loadKnowledge`
 */
export function planImport(loaded: LoadedKnowledge, live: readonly LiveRow[], today: Day): ImportPlan {
  const published = new Map(live.map((row) => [`${row.table}/${row.key}`, row]));
  const changes: RowChange[] = [];
  let [added, changed, unchanged] = [0, 0, 0];
  for (const { table, row } of loaded.located) {
    const key = keyOfRow(table, row);
    const before = published.get(`${table}/${key}`);
    const hash = contentHash(row);
    if (before && contentHash(before.value) === hash) {
      unchanged++;
      continue;
    }
    if (before) changed++;
    else added++;
    changes.push({ table, key, value: row, hash, baseRevision: before?.revision ?? 0 });
  }
  const errors = checkKnowledge(amongPublished(loaded, published), today).filter(({ level }) => level === 'error');
  return { added, changed, unchanged, errors, changes };
}

/** The files' rows, beside those that they do not name: a file alone refers to rows that only the store has. */
function amongPublished(loaded: LoadedKnowledge, published: ReadonlyMap<string, LiveRow>): LoadedKnowledge {
  const rows = new Map([...published].map(([name, { table, value }]) => [name, { table, row: value }]));
  for (const { table, row } of loaded.located) rows.set(`${table}/${keyOfRow(table, row)}`, { table, row });
  return { ...loaded, knowledge: assembleKnowledge([...rows.values()]) };
}

/** Publishes a plan as one version. */
export function applyImport(
  store: KnowledgeStore,
  { changes }: ImportPlan,
  author: string,
  reason: string,
  now: Date,
): Promise<PublishOutcome> {
  return store.publish(changes, { author, reason, origin: 'import' }, now);
}
