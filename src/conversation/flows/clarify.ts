import { type Slots, titleOf } from '../../answers/index.ts';
import type { Choice } from '../action.ts';
import type { Reply } from '../reply.ts';
import { deskOf, record, say, type Turn } from '../turn.ts';
import { type Asked, slotsFor } from './show.ts';

const MOST_CHOICES = 4;

/** Asks which of two to four entries is meant; a number, a tap or the words of the choice all answer it. */
export function clarify(turn: Turn, ids: readonly string[], named: Slots, asked: Asked): Reply | undefined {
  const choices = choicesFor(turn, ids, named);
  if (choices.length < 2) return undefined;
  record(turn, { ...asked, decision: 'clarify' });
  return numbered(turn, say(turn, 'clarify.intro'), choices);
}

/** Choices as a numbered list, and the way out of it. */
export function numbered(turn: Turn, intro: string, choices: readonly Choice[]): Reply {
  const all = [...choices, { title: say(turn, 'choice.none'), action: { do: 'none-of-these' as const } }];
  const lines = all.map(({ title }, at) => `${at + 1}. ${title}`).join('\n');
  return {
    text: [intro, lines, say(turn, 'clarify.hint')].join('\n\n'),
    choices: all,
    isNumbered: true,
  };
}

/** Entries as choices. Small talk is never one, and two entries that would show the same title are one. */
export function choicesFor(turn: Turn, ids: readonly string[], named: Slots): Choice[] {
  const desk = deskOf(turn);
  const choices = new Map<string, Choice>();
  for (const id of ids) {
    const entry = desk.knowledge.entries.get(id);
    if (!entry) continue;
    const slots = slotsFor(turn, id, named);
    const title = titleOf(desk, entry, slots);
    const rows = Object.fromEntries(Object.entries(slots).map(([slot, list]) => [slot, [...list]]));
    if (!choices.has(title)) choices.set(title, { title, action: { do: 'ask', entry: id, slots: rows } });
  }
  return [...choices.values()].slice(0, MOST_CHOICES);
}
