import { likeness, marksOf } from './likeness.ts';

/** Something that was said, and how often. */
export interface Said {
  readonly text: string;
  readonly count: number;
}

/** Sayings that are alike; the first one stands for all. */
export interface Group<T extends Said> {
  readonly leader: string;
  readonly members: readonly T[];
}

/** Seen on the shipped phrasings: below it questions about other things come together, above it typos stand apart. */
const ALIKE = 0.55;

/**
 * Puts questions together that are alike.
 *
 * The most frequent come first and lead; each other one joins the leader that it is most like, or leads itself. The
 * same questions give the same groups, in whatever order they come.
 */
export function groupByLikeness<T extends Said>(sayings: readonly T[]): Group<T>[] {
  const leaders: Leader<T>[] = [];
  const leadersWith = new Map<string, number[]>();
  const shared = new Uint16Array(sayings.length);
  for (const saying of [...sayings].sort(inOrder)) {
    const marks = marksOf(saying.text);
    const nearest = findNearest(marks, leaders, leadersWith, shared);
    if (nearest) {
      nearest.members.push(saying);
      continue;
    }
    for (const mark of marks) noteLeader(leadersWith, mark, leaders.length);
    leaders.push({ leader: saying.text, marks: marks.size, members: [saying] });
  }
  return leaders;
}

interface Leader<T> {
  readonly leader: string;
  readonly marks: number;
  readonly members: T[];
}

/** @param shared all zero before and after; given, because counting in a map takes ten times as long */
function findNearest<T>(
  marks: ReadonlySet<string>,
  leaders: readonly Leader<T>[],
  leadersWith: ReadonlyMap<string, readonly number[]>,
  shared: Uint16Array,
): Leader<T> | undefined {
  for (const mark of marks) for (const at of leadersWith.get(mark) ?? []) shared[at] = (shared[at] ?? 0) + 1;
  let best: Leader<T> | undefined;
  let most = ALIKE;
  leaders.forEach((leader, at) => {
    const score = likeness(shared[at] ?? 0, marks.size, leader.marks);
    shared[at] = 0;
    if (score < most || (score === most && best)) return;
    best = leader;
    most = score;
  });
  return best;
}

function noteLeader(leadersWith: Map<string, number[]>, mark: string, at: number): void {
  const known = leadersWith.get(mark);
  if (known) known.push(at);
  else leadersWith.set(mark, [at]);
}

function inOrder(a: Said, b: Said): number {
  return b.count - a.count || (a.text < b.text ? -1 : Number(a.text > b.text));
}
