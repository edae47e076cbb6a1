import type { Reply } from '../reply.ts';
import { record, say, type Turn } from '../turn.ts';
import { menuChoices, showMenu, welcome } from './menu.ts';
import { listOffices, listUnits } from './offices.ts';
import { type Asked, showDetail } from './show.ts';

/** The offices to call at once when goods are held, before anything else. */
const STUCK_UNITS = ['djbc-jateng', 'djbc-bravo', 'disperindag-jateng'];

/**
 * Greetings, thanks, who are you, menu, language, stop and what is off topic: short, kind, and never claiming to be
 * a person.
 *
 * @param about the class of small talk without `talk.`
 */
export function smallTalk(turn: Turn, about: string, asked: Asked): Reply {
  record(turn, { ...asked, decision: 'small-talk', entry: `talk.${about}` });
  const flow = FLOWS[about];
  return flow ? flow(turn) : { text: say(turn, 'offTopic'), choices: menuChoices(turn) };
}

const sentence = (key: string) => (turn: Turn) => ({ text: say(turn, key), choices: [] });
const withMenu = (key: string) => (turn: Turn) => ({ text: say(turn, key), choices: menuChoices(turn) });

const FLOWS: Readonly<Record<string, (turn: Turn) => Reply>> = {
  greeting: (turn) => (turn.state.isGreeted ? withMenu('greeting')(turn) : welcome(turn)),
  thanks: sentence('thanks'),
  goodbye: sentence('goodbye'),
  who: withMenu('who'),
  what: withMenu('what'),
  menu: showMenu,
  person: (turn) => ({ text: say(turn, 'person', { offices: listOffices(turn, 'human') }), choices: [] }),
  stuck: (turn) => ({ text: say(turn, 'stuck', { offices: listUnits(turn, STUCK_UNITS) }), choices: [] }),
  'language-id': (turn) => speak(turn, 'id'),
  'language-en': (turn) => speak(turn, 'en'),
  stop: (turn) => {
    turn.state = { ...turn.state, isStopped: true };
    return { text: say(turn, 'stop'), choices: [] };
  },
  yes: withMenu('yes'),
  no: sentence('no'),
  unhappy: withMenu('unhappy'),
  status: sentence('noCases'),
  detail: (turn) =>
    turn.state.last
      ? showDetail(turn, turn.state.last.entry, turn.state.last.slots)
      : { text: say(turn, 'noDetail'), choices: menuChoices(turn) },
};

/** Goes on in another language, at once and from now on. */
export function speak(turn: Turn, language: 'id' | 'en'): Reply {
  turn.state = { ...turn.state, language };
  return { text: say(turn, 'language'), choices: menuChoices(turn) };
}
