import { dayInWib, type LiveRow } from '../../../knowledge/index.ts';
import type { ListedRow, listRows } from '../../contract/knowledge.ts';
import type { Handler } from '../serveCall.ts';
import type { Bench } from './bench.ts';
import type { Draft } from './draftStore.ts';
import type { LiveRows } from './liveRows.ts';
import { shakenRules } from './shakenRules.ts';
import { areaOf, titleOf } from './titleOf.ts';

/** A page of a table: searched, narrowed down, with the state of each row. New rows that are drafts stand among them. */
export function listRowsWith(bench: Bench): Handler<typeof listRows> {
  return async ({ query: { page, size, ...filter } }) => {
    const [live, drafts] = await Promise.all([bench.live(), bench.drafts.list()]);
    const today = dayInWib(bench.desk.clock());
    const isRetired = filter.state === 'retired';
    const rows = isRetired
      ? await retiredRows(bench, filter.table, filter.words)
      : rowsOf(live, drafts, filter.table, filter.words);
    const shaken = shakenRules(live.rows);
    const mentioned = [filter.agreement, filter.product].filter((id) => id !== undefined);
    const found = rows
      .filter((row) => mentioned.every((id) => mentions(row, id)))
      .map((row) => ({ ...listed(row, drafts, shaken), isRetired }))
      .filter((row) => !filter.area || row.area === filter.area)
      .filter((row) => !filter.state || isInState(row, filter.state, today));
    const areas = [...new Set(rows.map(({ key }) => areaOf(key)))].sort();
    return { rows: found.slice((page - 1) * size, page * size), total: found.length, areas };
  };
}

function rowsOf(live: LiveRows, drafts: readonly Draft[], table: string, words?: string): readonly LiveRow[] {
  const fresh = drafts
    .filter((draft) => draft.table === table && draft.value !== null && !live.find(table, draft.key))
    .map(({ key, value }) => ({ table, key, value, revision: 0 }));
  if (words) return [...fresh.filter((row) => mentions(row, words)), ...live.search(table, words)];
  return [...fresh, ...live.rows.filter((row) => row.table === table)];
}

async function retiredRows({ store }: Bench, table: string, words?: string): Promise<readonly LiveRow[]> {
  const rows = (await store.readRetired()).filter((row) => row.table === table);
  return words ? rows.filter((row) => mentions(row, words)) : rows;
}

function mentions({ value }: LiveRow, words: string): boolean {
  return JSON.stringify(value).toLowerCase().includes(words.toLowerCase());
}

function listed(
  { table, key, value, revision }: LiveRow,
  drafts: readonly Draft[],
  shaken: ShakenRules,
): Omit<ListedRow, 'isRetired'> {
  const row = value as { reviewBy?: string; confirmed?: boolean; sources?: string[]; checkedOn?: string };
  return {
    table,
    key,
    title: titleOf(table, value),
    area: areaOf(key),
    revision,
    draft: drafts.find((draft) => draft.table === table && draft.key === key)?.state ?? null,
    reviewBy: row.reviewBy ?? null,
    isConfirmed: row.confirmed ?? null,
    needsReview: (row.sources ?? []).some((source) => (shaken.get(source) ?? '') > (row.checkedOn ?? '')),
  };
}

type ShakenRules = ReturnType<typeof shakenRules>;

function isInState(row: ListedRow, state: string, today: string): boolean {
  if (state === 'retired') return row.isRetired;
  if (state === 'unconfirmed') return row.isConfirmed === false;
  if (state === 'past-review') return row.reviewBy !== null && row.reviewBy < today;
  if (state === 'needs-review') return row.needsReview;
  return row.draft === state;
}
