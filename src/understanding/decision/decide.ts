import type { Candidate, Decision } from '../types.ts';

/** What each outcome costs, in clarifications: a wrong answer costs five. */
export const COSTS = { wrongAnswer: 5, clarification: 1, missedClarification: 1, leftUnanswered: 3 } as const;

const MOST_CHOICES = 4;
const FEWEST_CHOICES = 2;
const SMALLEST_CHOICE = 0.04;
/** An entry so likely is offered beside the second, however unlikely that one is. */
const WORTH_OFFERING = 0.5;

/** Chooses what costs least on average, given how likely each candidate is. */
export function decide(candidates: readonly Candidate[], inScope: number): Decision {
  const best = candidates[0];
  if (!best) return { kind: 'unresolved', reason: 'far' };
  const choices = candidates
    .filter(
      ({ confidence }, place) =>
        confidence >= SMALLEST_CHOICE || (best.confidence >= WORTH_OFFERING && place < FEWEST_CHOICES),
    )
    .slice(0, MOST_CHOICES);
  const offered = choices.reduce((sum, { confidence }) => sum + confidence, 0);
  const costs = {
    answer: COSTS.wrongAnswer * (1 - best.confidence),
    clarify:
      choices.length < FEWEST_CHOICES
        ? Number.POSITIVE_INFINITY
        : COSTS.clarification + COSTS.missedClarification * (1 - offered),
    unresolved: COSTS.leftUnanswered * inScope,
  };
  if (costs.answer <= costs.clarify && costs.answer <= costs.unresolved) return { kind: 'answer', id: best.id };
  if (costs.clarify <= costs.unresolved) return { kind: 'clarify', ids: choices.map(({ id }) => id) };
  return { kind: 'unresolved', reason: inScope < 0.15 ? 'far' : 'near' };
}
