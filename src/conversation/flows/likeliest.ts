import type { Slots } from '../../answers/index.ts';
import type { Understanding } from '../../understanding/index.ts';
import type { Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { choicesFor } from './clarify.ts';

/** As likely as this, and so many times likelier than the next one, an entry is shown at once. */
const LIKELY = 0.55;
const TIMES_LIKELIER = 4;
const MOST_OTHERS = 2;

/** The entry that is most likely meant where understanding would rather ask; undefined when another one is near. */
export function likeliest(turn: Turn, { candidates, unknownNames }: Understanding): string | undefined {
  const [first, second] = candidates;
  if (!first || unknownNames.length > 0 || first.confidence < LIKELY) return undefined;
  if (first.confidence < TIMES_LIKELIER * (second?.confidence ?? 0)) return undefined;
  return turn.published.knowledge.entries.has(first.id) ? first.id : undefined;
}

/** Puts the other readings beneath an answer that is likely but not sure: one tap, should another one be meant. */
export function withOtherReadings(turn: Turn, reply: Reply, ids: readonly string[], named: Slots): Reply {
  const others = choicesFor(turn, ids, named).slice(0, MOST_OTHERS);
  if (others.length === 0) return reply;
  const titles = new Set(others.map(({ title }) => title));
  const rest = reply.choices.filter(({ title }) => !titles.has(title));
  return { ...reply, text: `${reply.text}\n\n${say(turn, 'clarify.other')}`, choices: [...others, ...rest] };
}
