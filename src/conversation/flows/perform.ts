import type { Action } from '../action.ts';
import type { Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { notHelpful } from './cases/offerCase.ts';
import { showDetail, showEntry, slotsFor } from './show.ts';
import { smallTalk, speak } from './smallTalk.ts';
import { noneOfThese } from './unresolved.ts';

/** A thumb to keep, if the action is one. */
export function thumbOf(action: Action): { turnId: string; verdict: 'up' | 'down' } | undefined {
  return action.do === 'thumb' ? { turnId: action.turn, verdict: action.verdict } : undefined;
}

/** An action that needs nothing but the knowledge. */
type PlainAction = Exclude<Action, { do: 'case' }>;

/** Does what a button says. Buttons may be old, or forged: what no longer exists is said, not assumed. */
export function perform(turn: Turn, action: PlainAction, words: string): Reply {
  const asked = { question: words };
  switch (action.do) {
    case 'ask': {
      const slots = slotsFor(turn, action.entry, action.slots ?? {});
      return showEntry(turn, action.entry, slots, asked) ?? { text: say(turn, 'gone'), choices: [] };
    }
    case 'detail':
      return showDetail(turn, action.entry, action.slots ?? {});
    case 'thumb':
      return action.verdict === 'up' ? { text: say(turn, 'thumb.up'), choices: [] } : notHelpful(turn);
    case 'none-of-these':
      return noneOfThese(turn);
    case 'talk':
      return smallTalk(turn, action.about, asked);
    case 'language':
      return speak(turn, action.language);
  }
}
