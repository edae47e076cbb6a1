import type { Entry } from '../../../knowledge/index.ts';
import type { LiveRows } from '../knowledge/liveRows.ts';
import { titleOf } from '../knowledge/titleOf.ts';
import { wordingIndex } from '../unanswered/wordingIndex.ts';

const MOST_WORDINGS = 200;

/** A question that staff has given to an entry. */
export interface Untold {
  readonly entry: string;
  readonly question: string;
  readonly settledAt: Date;
}

/**
 * Questions that have an answer by now, entry by entry.
 *
 * What was settled together was settled by a phrasing among it: while that is in review, or was refused, nothing of it
 * is answered.
 */
export function answeredQuestions(live: LiveRows, untold: readonly Untold[]) {
  const entries = live.rows.filter(({ table }) => table === 'entries').map(({ value }) => value as Entry);
  const entryOf = wordingIndex(entries);
  const together = Map.groupBy(untold, ({ entry, settledAt }) => `${entry} ${settledAt.getTime()}`);
  const published = [...together.values()].filter((all) => all.some((one) => entryOf(one.question) === one.entry));
  return [...Map.groupBy(published.flat(), ({ entry }) => entry)].map(([entry, all]) => ({
    entry,
    title: titleOf('entries', live.find('entries', entry)?.value),
    questions: [...new Set(all.map(({ question }) => question))].slice(0, MOST_WORDINGS),
  }));
}
