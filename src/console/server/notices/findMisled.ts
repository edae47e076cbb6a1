import { setImmediate as breathe } from 'node:timers/promises';
import type { ComposedEntry, LiveRow, Revision } from '../../../knowledge/index.ts';
import { rowsAfter } from '../knowledge/gate.ts';
import type { LiveRows } from '../knowledge/liveRows.ts';
import { keptSince, type NoticeBench } from './noticeBench.ts';
import type { Notice, Shown } from './noticeStore.ts';

/** Between two breaths: other requests wait no longer than these take. */
const ANSWERS_AT_ONCE = 100;

/**
 * Who got an answer that says something else than it would now, made from a revision before the corrected one.
 *
 * Answers are made anew, with the row as it was and as it is, and compared: a row may be spoken of by entries of every
 * kind, and a new date beneath an answer misleads nobody. Who has asked again since and got the right one is not misled.
 */
export async function findMisled(bench: NoticeBench, notice: Notice): Promise<Shown[]> {
  const [live, history, since] = await Promise.all([
    bench.live(),
    bench.store.readHistory(notice.table, notice.key),
    keptSince(bench),
  ]);
  const shown = await bench.notices.findShown(notice, entriesSpeakingOf(live, notice), since);
  const older = shown.filter(({ revision }) => revision !== null && revision < notice.revision);
  return misledAmong(bench, live, history, notice, older);
}

async function misledAmong(
  bench: NoticeBench,
  live: LiveRows,
  history: readonly Revision[],
  { table, key }: Notice,
  older: readonly Shown[],
): Promise<Shown[]> {
  const misled: Shown[] = [];
  for (const [revision, all] of Map.groupBy(older, (one) => one.revision)) {
    const value = history.find((one) => one.revision === revision)?.value ?? null;
    const isSame = comparing(bench, rowsAfter(live.rows, [{ table, key, value }]), live.rows);
    for (const [at, one] of all.entries()) {
      if (at % ANSWERS_AT_ONCE === 0) await breathe();
      if (!isSame(one)) misled.push(one);
    }
  }
  return misled;
}

/** Whether an answer says the same with both; each different one is made once. */
function comparing({ sayings }: NoticeBench, before: readonly LiveRow[], after: readonly LiveRow[]) {
  const known = new Map<string, boolean>();
  return ({ entry, slots, shownIn: language }: Shown): boolean => {
    if (entry === null) return true;
    const name = JSON.stringify([entry, slots, language]);
    const answer = { entry, slots, language };
    const isSame = known.get(name) ?? sayings.contentOf(before, answer) === sayings.contentOf(after, answer);
    known.set(name, isSame);
    return isSame;
  };
}

/** An entry speaks for itself, and for composed ones that fall back on it; any other row may be spoken of by any. */
function entriesSpeakingOf({ rows }: LiveRows, { table, key }: Notice): string[] | null {
  if (table !== 'entries') return null;
  const falling = rows.filter((row) => row.table === table && (row.value as Partial<ComposedEntry>).general === key);
  return [key, ...falling.map((row) => row.key)];
}
