import type { AskedQuestion, listUnanswered } from '../../contract/unanswered.ts';
import type { Handler } from '../serveCall.ts';
import type { UnansweredBench } from './unansweredBench.ts';
import { DAYS, unansweredGroups, type WaitingGroup } from './unansweredGroups.ts';

const DAY_MS = 24 * 3_600_000;
/** Wordings that are compared with each other at once. */
const MOST_WORDINGS = 3_000;
const MOST_SHOWN = 200;

/** The moment from which on questions count, so many days before now. */
export function sinceWhen(now: Date): Date {
  return new Date(now.getTime() - DAYS * DAY_MS);
}

/** Questions that wait, alike ones together. */
export function listUnansweredWith(bench: UnansweredBench): Handler<typeof listUnanswered> {
  return async ({ query: { page, size, words, kind, language, order } }) => {
    const now = bench.clock();
    const all = await bench.unanswered.findWaiting(sinceWhen(now), MOST_WORDINGS);
    const wanted = all.filter((it) => (!kind || it.kind === kind) && (!language || it.language === language));
    const groups = unansweredGroups(wanted, now)
      .filter((group) => !words || group.questions.some(({ text }) => has(text, words)))
      .sort(ORDERS[order]);
    return {
      total: groups.length,
      questions: groups.reduce((sum, { last30 }) => sum + last30, 0),
      isCut: all.length === MOST_WORDINGS,
      groups: groups.slice((page - 1) * size, page * size).map(({ questions, disliked, nearest, lastAt, ...rest }) => ({
        ...rest,
        questions: questions.slice(0, MOST_SHOWN),
        wordings: questions.length,
        lastAt: lastAt.toISOString(),
        disliked: bench.namesOf(disliked),
        nearest: bench.namesOf(nearest),
        answeredBy: answeredBy(bench, questions),
      })),
    };
  };
}

/** What had no answer when it was asked, and is a phrasing by now. */
function answeredBy({ entryOf, namesOf }: UnansweredBench, questions: readonly AskedQuestion[]) {
  const keys = questions.flatMap(({ kind, text }) => (kind === 'miss' ? (entryOf(text) ?? []) : []));
  return namesOf(keys.slice(0, 1))[0] ?? null;
}

const ORDERS = {
  often: (a: WaitingGroup, b: WaitingGroup) => b.last30 - a.last30 || newest(a, b),
  recent: (a: WaitingGroup, b: WaitingGroup) => newest(a, b),
  rising: (a: WaitingGroup, b: WaitingGroup) => b.last7 - b.before7 - (a.last7 - a.before7) || newest(a, b),
};

function newest(a: WaitingGroup, b: WaitingGroup): number {
  return b.lastAt.getTime() - a.lastAt.getTime();
}

function has(text: string, words: string): boolean {
  return text.toLowerCase().includes(words.toLowerCase());
}
