import type { Choice } from '../action.ts';
import type { Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';

/** The topics of the menu; an entry that was taken out of the knowledge is left out. */
export function menuChoices(turn: Turn): Choice[] {
  const ask = (key: string, entry: string): Choice[] =>
    turn.published.knowledge.entries.has(entry)
      ? [{ title: say(turn, `topic.${key}`), action: { do: 'ask', entry } }]
      : [];
  const talk = (key: string, about: string): Choice => ({
    title: say(turn, `topic.${key}`),
    action: { do: 'talk', about },
  });
  return [
    ...ask('form', 'destination.form'),
    ...ask('ska', 'ska-cara-urus'),
    ...ask('hs', 'hs-cari'),
    ...ask('first', 'mulai-langkah'),
    ...ask('market', 'brief'),
    talk('stuck', 'stuck'),
    talk('person', 'person'),
  ];
}

/** The menu on request. */
export function showMenu(turn: Turn): Reply {
  return { text: say(turn, 'menu'), choices: menuChoices(turn) };
}

/** The first words of a talk: who speaks, what can be asked, that it is no person. */
export function welcome(turn: Turn): Reply {
  turn.state = { ...turn.state, isGreeted: true };
  return { text: `${say(turn, 'welcome')}\n\n${say(turn, 'welcomeHint')}`, choices: menuChoices(turn) };
}
