import { FEATURE_KINDS } from '../ranking/features.ts';
import { type Learnt, layOutWithout, openRanker, rankEntries } from '../ranking/ranker.ts';
import { retrain } from '../ranking/train.ts';
import type { Counted } from '../ranking/vectors.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { scatter } from './scatter.ts';

/** A question the ranker of a trial had not seen, and how it fared. */
export interface Trial {
  readonly evidence: Evidence;
  readonly isInScope: boolean;
  readonly isTopRight: boolean;
  /** Scores of the best entries less that of the best, and the place of the right one among them. */
  readonly leads: readonly number[];
  readonly rightAt: number;
}

/** What a knowledge is tried out with. */
export interface Material extends Learnt {
  /** Each phrasing as a question. */
  readonly counted: readonly Counted[];
  /** A phrasing with some of its words exchanged for everyday words the knowledge never uses. */
  stray(phrasing: number): Counted;
  /** Whether a feature only says that some name of a kind stands there. */
  isMask(feature: number): boolean;
}

const ENOUGH_TRIALS = 2000;
const MOST_ROUNDS = 10;
const FEWEST_ROUNDS = 3;
const MOST_TRIALS_A_ROUND = 1200;
/** One in so many entries, and of the phrasings of the others one in so many, is left out in a round. */
const LEFT_OUT = 10;
/** Of the questions without an answer, one in so many is also asked in a form that strays from the subject. */
const STRAY_EVERY = 4;
const PLACES = 10;
/** In one of so many rounds the entries left out belong together. */
const GROUPS_EVERY = 3;

/**
 * Tries a knowledge out on itself. In each round some entries are left out (their phrasings are questions without an
 * answer) and some phrasings of the others (questions with one); the ranker goes on from the rest and is asked.
 *
 * In every third round the entries left out belong together: all that is known of one office, one country, one form.
 */
export function tryOut(material: Material): Trial[] {
  const groups = findGroups(material);
  const trials: Trial[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (round >= FEWEST_ROUNDS && trials.length >= ENOUGH_TRIALS) break;
    trials.push(...tryRound(material, groups, round));
  }
  return trials;
}

function tryRound(material: Material, groups: readonly (readonly number[])[], round: number): Trial[] {
  const { labels, entryCount, examples, solution, counted, stray } = material;
  const out =
    round % GROUPS_EVERY === 1 && groups.length > 1
      ? groupsOut(groups, entryCount, round)
      : entriesOut(entryCount, round);
  const isAsked = (label: number, n: number) => out.has(label) || scatter(n, round + 100) % LEFT_OUT === 0;
  const isKept = Uint8Array.from(labels, (label, n) => (isAsked(label, n) ? 0 : 1));
  const remaining = new Set(labels.filter((_, n) => isKept[n] === 1));
  if (remaining.size < 2) return [];
  const trained = retrain(examples, labels, entryCount, solution, isKept);
  const ranker = openRanker(layOutWithout({ ...material, solution: trained }, isKept));
  const ask = (question: Counted, right: number): Trial => {
    const ranking = rankEntries(ranker, question, PLACES);
    const top = ranking.scores[0] as number;
    return {
      evidence: gatherEvidence(ranker, ranking, question),
      isInScope: remaining.has(right),
      isTopRight: ranking.best[0] === right,
      leads: ranking.scores.map((score) => score - top),
      rightAt: ranking.best.indexOf(right),
    };
  };
  const asked = thin(
    [...labels.keys()].filter((n) => isKept[n] === 0),
    MOST_TRIALS_A_ROUND,
  );
  const strayed = asked.filter((n) => out.has(labels[n] as number) && scatter(n, round + 200) % STRAY_EVERY === 0);
  return [
    ...asked.map((n) => ask(counted[n] as Counted, labels[n] as number)),
    ...strayed.map((n) => ask(stray(n), labels[n] as number)),
  ];
}

/** The next tenth of all entries, in scattered order. */
function entriesOut(entryCount: number, round: number): ReadonlySet<number> {
  const order = scattered(entryCount, 1);
  const size = Math.max(1, Math.round(entryCount / LEFT_OUT));
  return new Set(Array.from({ length: size }, (_, i) => order[(round * size + i) % entryCount] as number));
}

/** Groups in scattered order, until a tenth of all entries is out. */
function groupsOut(groups: readonly (readonly number[])[], entryCount: number, round: number): ReadonlySet<number> {
  const order = scattered(groups.length, round);
  const out = new Set<number>();
  for (const at of order) {
    if (out.size * LEFT_OUT >= entryCount) break;
    for (const entry of groups[at] as readonly number[]) out.add(entry);
  }
  return out;
}

const scattered = (count: number, salt: number): number[] =>
  Array.from({ length: count }, (_, n) => n).sort((a, b) => scatter(a, salt) - scatter(b, salt) || a - b);

/** A word belongs to an entry when so many of its phrasings share it. */
const SHARED_BY = 0.6;
/** More entries than this share of all are no group, but what the whole knowledge is about. */
const LARGEST_GROUP = 0.15;

/** Entries that belong together by a word which most phrasings of each of them share: an office, a country, a form. */
function findGroups({ examples, labels, kinds, entryCount, isMask }: Material): number[][] {
  const words = FEATURE_KINDS.indexOf('words');
  const sizes = new Map<number, number>();
  const uses = new Map<number, Map<number, number>>();
  labels.forEach((label, n) => {
    sizes.set(label, (sizes.get(label) ?? 0) + 1);
    for (let p = examples.starts[n] as number; p < (examples.starts[n + 1] as number); p++) {
      const feature = examples.features[p] as number;
      if (kinds[feature] !== words || isMask(feature)) continue;
      const byEntry = uses.get(feature) ?? new Map<number, number>();
      uses.set(feature, byEntry);
      byEntry.set(label, (byEntry.get(label) ?? 0) + 1);
    }
  });
  const most = Math.max(3, entryCount * LARGEST_GROUP);
  return [...uses.values()]
    .map((byEntry) => [...byEntry].filter(([entry, count]) => count >= SHARED_BY * (sizes.get(entry) ?? 0)))
    .filter(({ length }) => length > 1 && length <= most)
    .map((sharing) => sharing.map(([entry]) => entry));
}

function thin<T>(all: readonly T[], most: number): T[] {
  const stride = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * stride)] as T);
}
