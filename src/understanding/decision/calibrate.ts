import { fitLogistic, type Logistic, type Observation } from './logistic.ts';
import { type Calibration, STARTING_POINT } from './startingPoint.ts';
import type { Trial } from './trials.ts';

/** The share of questions the knowledge has no answer to, as assumed where nothing is known of the talk. */
const OUT_OF_SCOPE_SHARE = 0.2;
/** How many trials it takes to outweigh what holds for other knowledge. */
const STIFFNESS = 25;
const FEWEST_RANKED = 30;

/** Fits probabilities to how a knowledge fared when tried out on itself. Without trials, what holds elsewhere stands. */
export function calibrate(trials: readonly Trial[]): Calibration {
  const inside = trials.filter(({ isInScope }) => isInScope);
  const outside = trials.length - inside.length;
  if (inside.length === 0 || outside === 0) return STARTING_POINT;
  const outWeight = (OUT_OF_SCOPE_SHARE / (1 - OUT_OF_SCOPE_SHARE)) * (inside.length / outside);
  const fitTo = (start: Logistic, holds: (trial: Trial) => boolean): Logistic => {
    const observed = trials.map(
      (trial): Observation => ({
        evidence: trial.evidence,
        holds: holds(trial),
        weight: trial.isInScope ? 1 : outWeight,
      }),
    );
    return fitLogistic(start, observed, STIFFNESS);
  };
  return {
    inScope: fitTo(STARTING_POINT.inScope, ({ isInScope }) => isInScope),
    topRight: fitTo(STARTING_POINT.topRight, ({ isTopRight }) => isTopRight),
    sharpness: fitSharpness(inside),
  };
}

/** The sharpness under which the right entries are least surprising. */
function fitSharpness(inside: readonly Trial[]): number {
  const ranked = inside.filter(({ rightAt }) => rightAt >= 0);
  if (ranked.length < FEWEST_RANKED) return STARTING_POINT.sharpness;
  const surprise = (sharpness: number) =>
    ranked.reduce((sum, { leads, rightAt }) => {
      const total = leads.reduce((all, lead) => all + Math.exp(sharpness * lead), 0);
      return sum + Math.log(total) - sharpness * (leads[rightAt] as number);
    }, 0);
  let best = 1;
  for (let sharpness = 1; sharpness <= 16; sharpness += 0.5) if (surprise(sharpness) < surprise(best)) best = sharpness;
  return best;
}
