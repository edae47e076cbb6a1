import type { Reply } from '../reply.ts';
import { MOST_CHARACTERS_KEPT, record, say, type Turn } from '../turn.ts';
import { beginIntake } from './cases/beginIntake.ts';
import { confirmErasure } from './cases/eraseData.ts';
import { offerCase } from './cases/offerCase.ts';
import { showStatus } from './cases/showStatus.ts';
import { menuChoices, showMenu, welcome } from './menu.ts';
import { listOffices, listUnits } from './offices.ts';
import { offTopic } from './offTopic.ts';
import { type Asked, showDetail } from './show.ts';
import { slotsOf } from './slots.ts';

/** The offices to call at once when goods are held, before anything else. */
const STUCK_UNITS = ['djbc-jateng', 'djbc-bravo', 'disperindag-jateng'];

/**
 * Greetings, thanks, who are you, menu, language, stop and what is off topic: short, kind, and never claiming to be
 * a person.
 *
 * @param about the class of small talk without `talk.`
 */
export function smallTalk(turn: Turn, about: string, asked: Asked): Reply {
  if (about === 'off-topic') return offTopic(turn, asked);
  record(turn, { ...asked, decision: 'small-talk', entry: `talk.${about}` });
  if (about === 'stuck' && asked.understanding) noteStuck(turn, asked);
  const flow = FLOWS[about];
  return flow ? flow(turn) : { text: say(turn, 'offTopic'), choices: menuChoices(turn) };
}

/** What she said of her held goods begins the case; the country she named says where they are. */
function noteStuck(turn: Turn, { question, understanding }: Asked): void {
  const { destination, product } = slotsOf(understanding?.entities ?? []);
  const { destination: _, ...known } = turn.state.slots;
  turn.state = {
    ...turn.state,
    stuck: question.slice(0, MOST_CHARACTERS_KEPT),
    slots: {
      ...known,
      ...(destination && { destination: [...destination] }),
      ...(product && { product: [...product] }),
    },
  };
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
  person: (turn) => beginIntake(turn, 'person', say(turn, 'person', { offices: listOffices(turn, 'human') })),
  stuck: (turn) => beginIntake(turn, 'stuck', say(turn, 'stuck', { offices: listUnits(turn, STUCK_UNITS) })),
  'language-id': (turn) => speak(turn, 'id'),
  'language-en': (turn) => speak(turn, 'en'),
  stop,
  yes: (turn) => (turn.state.offersCase ? beginIntake(turn, 'unsolved') : withMenu('yes')(turn)),
  no: sentence('no'),
  unhappy: (turn) => offerCase(turn, say(turn, 'unhappy'), menuChoices(turn), 'not-helpful'),
  status: (turn) => showStatus(turn),
  'delete-data': confirmErasure,
  detail: (turn) =>
    turn.state.last
      ? showDetail(turn, turn.state.last.entry, turn.state.last.slots)
      : { text: say(turn, 'noDetail'), choices: menuChoices(turn) },
};

/**
 * Silence from now on. "STOP" is the same word in both languages: as the first word of a talk it is answered in both, and
 * says nothing about hers.
 */
function stop(turn: Turn): Reply {
  turn.state = { ...turn.state, isStopped: true };
  if (turn.languageBefore) return { text: say(turn, 'stop'), choices: [] };
  const { language: _, ...state } = turn.state;
  turn.state = state;
  const both = (['id', 'en'] as const).map((language) => turn.desk.words(language, 'talk:stop'));
  return { text: both.join('\n\n'), choices: [] };
}

/** Goes on in another language, at once and from now on. */
export function speak(turn: Turn, language: 'id' | 'en'): Reply {
  turn.state = { ...turn.state, language };
  return { text: say(turn, 'language'), choices: menuChoices(turn) };
}
