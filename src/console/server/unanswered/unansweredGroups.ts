import { dayInWib } from '../../../knowledge/index.ts';
import type { AskedQuestion } from '../../contract/unanswered.ts';
import { groupByLikeness } from './groupByLikeness.ts';
import type { WaitingQuestion } from './unansweredStore.ts';

/** Questions that are alike, with how often they were asked when. Entries are named by their ids. */
export interface WaitingGroup {
  readonly leader: string;
  readonly questions: AskedQuestion[];
  readonly misses: number;
  readonly thumbsDown: number;
  readonly last7: number;
  readonly before7: number;
  readonly last30: number;
  readonly days: number[];
  readonly lastAt: Date;
  readonly disliked: string[];
  readonly nearest: string[];
}

/** How far back it is looked. */
export const DAYS = 30;
const DAY_MS = 24 * 3_600_000;
const MOST_NEAREST = 3;

/** What was asked, group by group. */
export function unansweredGroups(waiting: readonly WaitingQuestion[], now: Date): WaitingGroup[] {
  const days = Array.from({ length: DAYS }, (_, n) => dayInWib(new Date(now.getTime() - (DAYS - 1 - n) * DAY_MS)));
  const byText = Map.groupBy(waiting, ({ text }) => text);
  const sayings = [...byText].map(([text, rows]) => ({ text, rows, count: sum(rows) }));
  return groupByLikeness(sayings).map(({ leader, members }) => {
    const rows = members.flatMap((member) => member.rows);
    const counts = days.map((day) => sum(rows.filter((row) => row.day === day)));
    return {
      leader,
      questions: questionsOf(rows),
      misses: sum(rows.filter(({ kind }) => kind === 'miss')),
      thumbsDown: sum(rows.filter(({ kind }) => kind === 'thumbs-down')),
      last7: total(counts.slice(-7)),
      before7: total(counts.slice(-14, -7)),
      last30: total(counts),
      days: counts,
      lastAt: new Date(Math.max(...rows.map(({ lastAt }) => lastAt.getTime()))),
      disliked: namesOf(rows, ({ entryId }) => entryId),
      nearest: namesOf(rows, ({ nearestId }) => nearestId).slice(0, MOST_NEAREST),
    };
  });
}

function questionsOf(rows: readonly WaitingQuestion[]): AskedQuestion[] {
  const same = Map.groupBy(rows, ({ text, language, kind }) => `${kind} ${language} ${text}`);
  const questions = [...same.values()].flatMap((alike) => {
    const [first] = alike;
    return first ? [{ text: first.text, language: first.language, kind: first.kind, count: sum(alike) }] : [];
  });
  return questions.sort((a, b) => b.count - a.count || a.text.localeCompare(b.text, 'id'));
}

/** What the rows name, the most frequent first. */
function namesOf(rows: readonly WaitingQuestion[], name: (row: WaitingQuestion) => string | null): string[] {
  const named = rows.filter((row) => name(row) !== null);
  const counted = [...Map.groupBy(named, (row) => String(name(row)))].map(([id, of]) => ({ id, count: sum(of) }));
  return counted.sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
}

function sum(rows: readonly { count: number }[]): number {
  return total(rows.map(({ count }) => count));
}

function total(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
