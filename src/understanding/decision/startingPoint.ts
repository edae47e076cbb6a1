import { EVIDENCE } from './evidence.ts';
import type { Logistic } from './logistic.ts';

/** Turns evidence into probabilities that mean what they say. */
export interface Calibration {
  /** That the knowledge has an answer at all. */
  readonly inScope: Logistic;
  /** That the best entry is the right one. */
  readonly topRight: Logistic;
  /** How sharply scores part the entries from each other. */
  readonly sharpness: number;
}

/** Over such a spread nothing stands out. */
const UNWEIGHED = 1e9;

/** Mean and spread of each evidence over many knowledges, and what it weighs for being in scope and being right. */
const FITTED: Readonly<
  Record<(typeof EVIDENCE)[number], readonly [mean: number, spread: number, inScope: number, topRight: number]>
> = {
  score: [-0.04, 0.42, 0.5, 0],
  lead: [0.53, 0.46, 0.37, 1.09],
  crowd: [0.65, 0.45, -0.28, -0.7],
  // Shown, not weighed: phrasings of one author are nearer to each other than to what exporters type.
  nearest: [0.4, UNWEIGHED, 0, 0],
  kinship: [1.03, 0.46, 0.19, 0.14],
  coreIdeas: [0.57, 0.27, 0.18, 0.17],
  corePairs: [0.09, 0.09, 0.33, 0.26],
  covered: [0.6, 0.25, 0, 0.2],
  newWords: [0.14, 0.13, -0.22, -0.1],
};
const IN_SCOPE = 1.56;
const TOP_RIGHT = 0.75;

const column = (at: 0 | 1 | 2 | 3): number[] => EVIDENCE.map((name) => FITTED[name][at]);
/** Evidence may have either sign: beside the others, a weak one corrects what they overrate. */
const FREE = [0, ...EVIDENCE.map(() => 0)];

/** Where fitting starts, and what holds for a knowledge too small to try out. Fitted over many knowledges. */
export const STARTING_POINT: Calibration = {
  inScope: { means: column(0), spreads: column(1), coefficients: [IN_SCOPE, ...column(2)], signs: FREE },
  topRight: { means: column(0), spreads: column(1), coefficients: [TOP_RIGHT, ...column(3)], signs: FREE },
  sharpness: 5,
};
