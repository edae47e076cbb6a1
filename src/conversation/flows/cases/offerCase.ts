import type { Choice } from '../../action.ts';
import type { Reply } from '../../reply.ts';
import { say, sayOfCase, type Turn } from '../../turn.ts';

/**
 * Offers to take a question to a person: one tap, or "ya".
 *
 * @param text what is said before the offer
 * @param others what else can be chosen; it comes after
 */
export function offerCase(
  turn: Turn,
  text: string,
  others: readonly Choice[],
  door: 'unsolved' | 'not-helpful' = 'unsolved',
): Reply {
  turn.state = { ...turn.state, offersCase: true };
  if (door === 'not-helpful' && turn.state.unsolved.length === 0 && turn.state.lastQuestion)
    turn.state = { ...turn.state, unsolved: [turn.state.lastQuestion] };
  return { text: `${text}\n\n${sayOfCase(turn, 'offer')}`, choices: [beginChoice(turn), ...others] };
}

/** The button that begins an intake. */
export function beginChoice(turn: Turn): Choice {
  return { title: sayOfCase(turn, 'choice.begin'), action: { do: 'case', act: 'begin' } };
}

/** A thumb down: the answer is looked at, and she can have a person look at her question. */
export function notHelpful(turn: Turn): Reply {
  return offerCase(turn, say(turn, 'thumb.down'), [], 'not-helpful');
}
