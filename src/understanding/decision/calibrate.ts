import { rankEntries, trainRanker } from '../ranking/ranker.ts';
import type { Counted } from '../ranking/vectors.ts';
import { type Evidence, gatherEvidence } from './evidence.ts';
import { fitLogistic, type Logistic, type Observation } from './logistic.ts';
import { scatter } from './scatter.ts';

/** Turns evidence into probabilities that mean what they say. */
export interface Calibration {
  /** That the knowledge has an answer at all. */
  readonly inScope: Logistic;
  /** That the best entry is the right one. */
  readonly topRight: Logistic;
  /** How sharply scores part the entries from each other. */
  readonly sharpness: number;
}

/** A question the ranker of a trial had not seen, and how it fared. */
interface Trial {
  readonly evidence: Evidence;
  readonly isInScope: boolean;
  readonly isTopRight: boolean;
  /** Scores of the best entries less that of the best, and the place of the right one among them. */
  readonly leads: readonly number[];
  readonly rightAt: number;
}

/** The share of questions the knowledge has no answer to, as assumed where nothing is known of the talk. */
const OUT_OF_SCOPE_SHARE = 0.25;
const ENOUGH_TRIALS = 1600;
const MOST_ROUNDS = 8;
const MOST_TRIALS_A_ROUND = 1200;
const LEFT_OUT_SHARE = 4;
const FEWEST_ENTRIES = 4;
const TRIAL_RIVALS = 250;
/** With so many phrasings an entry, its nearest rivals are too few to stand for all. */
const MANY_PHRASINGS = 22;
/** Of a larger knowledge a part is tried out. */
const MOST_TRIAL_ENTRIES = 1500;
const STIFFNESS = 4;
const PLACES = 10;
/** Of the questions without an answer, one in so many is also asked in a form that strays from the subject. */
const STRAY_EVERY = 4;

/** A phrasing of the knowledge with some of its words exchanged for everyday words the knowledge never uses. */
export type Stray = (phrasing: number) => Counted;

/** A high score, a clear lead and a near phrasing speak for an entry; words it never uses speak against it. */
const SIGNS = [0, 1, 1, 1, -1, -1, -1, 0] as const;

/** Where fitting starts, and what holds for a knowledge too small to try out. Fitted over many corpora. */
export const STARTING_POINT: Calibration = {
  inScope: {
    means: [0, 0.5, 0.45, 0.35, 0.35, 0.1, 2.4],
    spreads: [0.5, 0.45, 0.15, 0.2, 0.25, 0.12, 0.5],
    coefficients: [1.5, 1, 0.2, 0.4, -0.4, -0.2, -0.1, 0],
    signs: SIGNS,
  },
  topRight: {
    means: [0, 0.5, 0.45, 0.35, 0.35, 0.1, 2.4],
    spreads: [0.5, 0.45, 0.15, 0.2, 0.25, 0.12, 0.5],
    coefficients: [1, 1, 0.6, 0.3, -0.3, -0.2, -0.1, 0],
    signs: SIGNS,
  },
  sharpness: 5,
};

/**
 * Tries the knowledge out on itself: every fourth entry is taken out (its phrasings are questions without an
 * answer, some of them strayed from the subject) and every fourth phrasing of the others (questions with one), the
 * ranker learns from the rest and is asked.
 * So thresholds follow from this knowledge, with five phrasings an entry or a hundred, twenty entries or thousands.
 */
export function calibrate(
  counted: readonly Counted[],
  stray: Stray,
  labels: Int32Array,
  entryCount: number,
  featureCount: number,
): Calibration {
  if (entryCount < FEWEST_ENTRIES) return STARTING_POINT;
  const wanted = Math.ceil(ENOUGH_TRIALS / Math.max(1, labels.length * 0.4));
  const rounds = Math.min(MOST_ROUNDS, Math.max(1, wanted));
  const trials = Array.from({ length: rounds }, (_, round) =>
    tryOut(counted, stray, labels, entryCount, featureCount, round),
  ).flat();
  const inside = trials.filter(({ isInScope }) => isInScope);
  const outWeight =
    (OUT_OF_SCOPE_SHARE / (1 - OUT_OF_SCOPE_SHARE)) * (inside.length / Math.max(1, trials.length - inside.length));
  const observe = (holds: (trial: Trial) => boolean): Observation[] =>
    trials.map((trial) => ({ evidence: trial.evidence, holds: holds(trial), weight: trial.isInScope ? 1 : outWeight }));
  return {
    inScope: fitLogistic(
      STARTING_POINT.inScope,
      observe(({ isInScope }) => isInScope),
      STIFFNESS,
    ),
    topRight: fitLogistic(
      STARTING_POINT.topRight,
      observe(({ isTopRight }) => isTopRight),
      STIFFNESS,
    ),
    sharpness: fitSharpness(inside),
  };
}

function tryOut(
  counted: readonly Counted[],
  stray: Stray,
  labels: Int32Array,
  entryCount: number,
  featureCount: number,
  round: number,
): Trial[] {
  const stride = Math.ceil(entryCount / MOST_TRIAL_ENTRIES);
  const isTried = (n: number) => (labels[n] as number) % stride === 0;
  const isEntryOut = (entry: number) => scatter(entry, round) % LEFT_OUT_SHARE === 0;
  const isAsked = (n: number) => isEntryOut(labels[n] as number) || scatter(n, round + 100) % LEFT_OUT_SHARE === 0;
  const all = [...labels.keys()].filter(isTried);
  const kept = all.filter((n) => !isAsked(n));
  const asked = thin(all.filter(isAsked), MOST_TRIALS_A_ROUND);
  const keptLabels = Int32Array.from(kept, (n) => labels[n] as number);
  const remaining = new Set(keptLabels);
  if (remaining.size < 2) return [];
  const ranker = trainRanker(
    kept.map((n) => counted[n] as Counted),
    keptLabels,
    entryCount,
    featureCount,
    { rivals: TRIAL_RIVALS, isThorough: kept.length > MANY_PHRASINGS * remaining.size },
  );
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
  const near = asked.map((n) => ask(counted[n] as Counted, labels[n] as number));
  const strayed = asked.filter((n) => isEntryOut(labels[n] as number) && scatter(n, round + 200) % STRAY_EVERY === 0);
  return [...near, ...strayed.map((n) => ask(stray(n), labels[n] as number))];
}

function thin<T>(all: readonly T[], most: number): T[] {
  const stride = Math.max(1, all.length / most);
  return Array.from({ length: Math.min(most, all.length) }, (_, i) => all[Math.floor(i * stride)] as T);
}

/** The sharpness under which the right entries are least surprising. */
function fitSharpness(inside: readonly Trial[]): number {
  const ranked = inside.filter(({ rightAt }) => rightAt >= 0);
  if (ranked.length < 30) return STARTING_POINT.sharpness;
  const surprise = (sharpness: number) =>
    ranked.reduce((sum, { leads, rightAt }) => {
      const total = leads.reduce((all, lead) => all + Math.exp(sharpness * lead), 0);
      return sum + Math.log(total) - sharpness * (leads[rightAt] as number);
    }, 0);
  let best = 1;
  for (let sharpness = 1; sharpness <= 16; sharpness += 0.5) if (surprise(sharpness) < surprise(best)) best = sharpness;
  return best;
}
