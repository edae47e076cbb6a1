import type { UnresolvedReason } from '../../understanding/index.ts';
import type { Reply } from '../reply.ts';
import { MOST_CHARACTERS_KEPT, record, say, type Turn } from '../turn.ts';
import { nearTo } from './cases/nearTo.ts';
import { offerCase } from './cases/offerCase.ts';
import { menuChoices } from './menu.ts';
import { listUnits } from './offices.ts';
import type { Asked } from './show.ts';

const FAR_FROM_ANYTHING = 0.3;

/**
 * Says that there is no answer, and never a neighbour's: first asks for other words, then names the office.
 *
 * Every miss is kept for staff.
 */
export function unresolved(turn: Turn, reason: UnresolvedReason, asked: Asked): Reply {
  if (reason === 'empty') return { text: say(turn, 'unresolved.empty'), choices: menuChoices(turn) };
  record(turn, { ...asked, decision: 'unresolved' });
  const misses = turn.state.misses + 1;
  const { pending: _, ...rest } = turn.state;
  turn.state = { ...rest, misses, unsolved: unsolvedWith(turn, asked), ...nearOf(turn, asked) };
  const unknownNames = asked.understanding?.unknownNames ?? [];
  const uncovered = unknownNames.find(({ isUncovered }) => isUncovered);
  if (uncovered)
    return offerCase(turn, say(turn, 'unresolved.uncovered', { name: titled(uncovered.text) }), menuChoices(turn));
  const unknown = unknownNames[0]?.text;
  if (misses >= 2) return nameOffice(turn, asked);
  if (reason === 'unknown-name' && unknown) {
    const text = `${say(turn, 'unresolved.unknown', { name: unknown })} ${say(turn, 'unresolved.spelling')}`;
    return { text, choices: menuChoices(turn) };
  }
  const isFar = reason === 'far' && isFarFromAll(asked);
  return { text: say(turn, isFar ? 'unresolved.far' : 'unresolved.rephrase'), choices: menuChoices(turn) };
}

/** "korea utara" as names are written. */
function titled(name: string): string {
  return name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase());
}

function isFarFromAll({ understanding }: Asked): boolean {
  if (!understanding) return false;
  return understanding.inScope < FAR_FROM_ANYTHING || understanding.candidates[0]?.id === 'talk.off-topic';
}

/** None of the choices was it: no second round of guessing. */
export function noneOfThese(turn: Turn): Reply {
  turn.state = { ...turn.state, misses: Math.max(1, turn.state.misses) };
  return unresolved(turn, 'near', { question: say(turn, 'choice.none') });
}

/** The unit of the likeliest entry knows best whom to ask. */
function nameOffice(turn: Turn, { understanding }: Asked): Reply {
  const [likeliest] = understanding && understanding.inScope > FAR_FROM_ANYTHING ? understanding.candidates : [];
  const unit = likeliest && turn.published.knowledge.entries.get(likeliest.id)?.unit;
  const offices = listUnits(turn, unit ? [unit] : []);
  const unknown = understanding?.unknownNames[0]?.text;
  const start = unknown ? `${say(turn, 'unresolved.unknown', { name: unknown })} ` : '';
  return offerCase(turn, `${start}${say(turn, 'unresolved.office', { offices })}`, menuChoices(turn));
}

const MOST_UNSOLVED = 3;

/** Her own words, not those of a button. */
function unsolvedWith({ state }: Turn, { question, understanding }: Asked): string[] {
  const words = understanding ? question : (state.lastQuestion ?? '');
  const known = state.unsolved.filter((one) => one !== words);
  return [...known, ...(words ? [words.slice(0, MOST_CHARACTERS_KEPT)] : [])].slice(-MOST_UNSOLVED);
}

/** The entry that came nearest names topic and unit, if it came near at all. */
function nearOf(turn: Turn, { understanding }: Asked) {
  const [likeliest] = understanding && understanding.inScope > FAR_FROM_ANYTHING ? understanding.candidates : [];
  const near = likeliest && nearTo(turn.published.knowledge, likeliest.id);
  return near ? { near } : {};
}
