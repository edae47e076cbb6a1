import type { Calibration } from './calibrate.ts';
import { EVIDENCE } from './evidence.ts';

/** Mean and spread of each evidence over many knowledges, and what it weighs for being in scope and being right. */
const FITTED: Readonly<
  Record<(typeof EVIDENCE)[number], readonly [mean: number, spread: number, inScope: number, topRight: number]>
> = {
  score: [-0.04, 0.42, 0.73, 0.21],
  lead: [0.54, 0.46, 0.48, 1.16],
  crowd: [1.78, 0.86, 0.16, -0.31],
  kinship: [1.03, 0.47, 0.35, 0.21],
  coreIdeas: [0.56, 0.28, 0.12, 0.15],
  corePairs: [0.085, 0.087, 0.26, 0.19],
  newWords: [0.14, 0.14, -0.05, 0],
};
const IN_SCOPE = 1.52;
const TOP_RIGHT = 0.74;

const column = (at: 0 | 1 | 2 | 3): number[] => EVIDENCE.map((name) => FITTED[name][at]);
/** Evidence may have either sign: beside the others, a weak one corrects what they overrate. */
const FREE = [0, ...EVIDENCE.map(() => 0)];

/** Where fitting starts, and what holds for a knowledge too small to try out. Fitted over many knowledges. */
export const STARTING_POINT: Calibration = {
  inScope: { means: column(0), spreads: column(1), coefficients: [IN_SCOPE, ...column(2)], signs: FREE },
  topRight: { means: column(0), spreads: column(1), coefficients: [TOP_RIGHT, ...column(3)], signs: FREE },
  sharpness: 5,
};
