import type { Entry, LiveRow } from '../../../knowledge/index.ts';
import type { LiveRows } from '../knowledge/liveRows.ts';
import { titleOf } from '../knowledge/titleOf.ts';
import { plainWords } from '../unanswered/plainWords.ts';

/** Entries by the wordings that lead to them: whoever types one of them gets this answer. */
export function wordingIndex({ rows }: Pick<LiveRows, 'rows'>): (wording: string) => string | undefined {
  const index = new Map<string, string>();
  for (const { table, key, value } of rows) {
    if (table !== 'entries') continue;
    const { phrasings } = value as Entry;
    for (const phrasing of [...phrasings.id, ...phrasings.en]) index.set(plainWords(phrasing), key);
  }
  return (wording) => index.get(plainWords(wording));
}

/** Settled questions, entry by entry, of those entries whose answer to them is published by now. */
export function answeredQuestions(
  live: LiveRows,
  untold: readonly { readonly entry: string; readonly question: string }[],
) {
  const entryOf = wordingIndex(live);
  return [...Map.groupBy(untold, ({ entry }) => entry)].flatMap(([entry, all]) => {
    const row: LiveRow | undefined = live.find('entries', entry);
    const isPublished = row !== undefined && all.some(({ question }) => entryOf(question) === entry);
    if (!isPublished) return [];
    const questions = [...new Set(all.map(({ question }) => question))].slice(0, MOST_WORDINGS);
    return [{ entry, title: titleOf('entries', row.value), questions }];
  });
}

const MOST_WORDINGS = 200;
