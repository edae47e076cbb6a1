import type { Calibration } from './calibrate.ts';
import { EVIDENCE } from './evidence.ts';

/** Mean and spread of each evidence over many knowledges, and what it weighs for being in scope and being right. */
const FITTED: Readonly<
  Record<(typeof EVIDENCE)[number], readonly [mean: number, spread: number, inScope: number, topRight: number]>
> = {
  score: [-0.1, 0.4, 1, 1],
  lead: [0.45, 0.4, 0, 0.3],
  crowd: [2.5, 1, -0.3, -0.3],
  nearest: [0.35, 0.15, 0.1, 0.1],
  kinship: [0.9, 0.4, 0.1, 0.1],
  coreWords: [0.4, 0.3, 0.1, 0.1],
  coreLetters: [0.4, 0.3, 0.1, 0.1],
  coreIdeas: [0.4, 0.3, 0.1, 0.1],
  corePairs: [0.2, 0.15, 0.1, 0.1],
  foreignWords: [0.35, 0.2, -0.1, -0.1],
  foreignIdeas: [0.35, 0.2, -0.1, -0.1],
  newWords: [0.1, 0.1, -0.2, -0.1],
};
const IN_SCOPE = 1.5;
const TOP_RIGHT = 1;

const column = (at: 0 | 1 | 2 | 3): number[] => EVIDENCE.map((name) => FITTED[name][at]);
/** Evidence may have either sign: beside the others, a weak one corrects what they overrate. */
const FREE = [0, ...EVIDENCE.map(() => 0)];

/** Where fitting starts, and what holds for a knowledge too small to try out. Fitted over many knowledges. */
export const STARTING_POINT: Calibration = {
  inScope: { means: column(0), spreads: column(1), coefficients: [IN_SCOPE, ...column(2)], signs: FREE },
  topRight: { means: column(0), spreads: column(1), coefficients: [TOP_RIGHT, ...column(3)], signs: FREE },
  sharpness: 5,
};
