import {
  type Answer,
  composeAnswer,
  destinationUnder,
  nameOfRow,
  type Slots,
  sayAnswer,
  sayDetail,
} from '../../answers/index.ts';
import { COMPOSITIONS, isCurated, type Slot } from '../../knowledge/index.ts';
import type { Understanding } from '../../understanding/index.ts';
import type { Choice } from '../action.ts';
import type { Reply } from '../reply.ts';
import { remember, type TalkState } from '../talkState.ts';
import { deskOf, record, say, type Turn } from '../turn.ts';
import { nearTo } from './cases/nearTo.ts';

/** A question as it came, for the record. */
export interface Asked {
  readonly question: string;
  readonly understanding?: Understanding;
}

/**
 * The rows an entry is answered for: those named now, else those the talk remembers.
 *
 * A remembered country says nothing about an agreement named now, and the other way round: only what is asked together
 * is answered together.
 */
export function slotsFor(turn: Turn, entryId: string, named: Slots): Slots {
  const entry = turn.published.knowledge.entries.get(entryId);
  if (!entry || isCurated(entry)) return named;
  const needed: readonly Slot[] = COMPOSITIONS[entry.id];
  const filled: Partial<Record<Slot, readonly string[]>> = { ...named };
  for (const slot of needed) {
    const rows = named[slot] ?? turn.state.slots[slot];
    if (rows) filled[slot] = rows;
  }
  if (needed.includes('destination') && named.agreement && !named.destination) {
    const meant = destinationOf(turn, named);
    if (meant) filled.destination = meant;
    else delete filled.destination;
  }
  if (needed.includes('agreement') && !named.agreement) {
    if (named.destination) delete filled.agreement;
    else if (!filled.agreement && turn.state.slots.destination) filled.destination = turn.state.slots.destination;
  }
  return filled;
}

/** The country of an agreement that is named without one; undefined when it has several. */
export function destinationOf(turn: Turn, named: Slots): readonly string[] | undefined {
  const [agreement] = named.agreement ?? [];
  if (named.destination || !agreement) return named.destination;
  const meant = destinationUnder(turn.published.knowledge, agreement, turn.state.slots.destination?.[0]);
  return meant === undefined ? undefined : [meant];
}

/** Shows an entry for the rows given, and remembers both; undefined when the entry or the row no longer exists. */
export function showEntry(turn: Turn, entryId: string, slots: Slots, asked: Asked): Reply | undefined {
  const desk = deskOf(turn);
  const answer = composeAnswer(desk, entryId, slots);
  if (!answer) return undefined;
  const turnId = record(turn, {
    ...asked,
    decision: entryId === 'brief' && !answer.missing ? 'brief' : 'answer',
    entry: entryId,
    checkedOn: answer.checkedOn,
    slots,
  });
  const shown = { entry: entryId, slots: copyOf(slots) };
  const near = nearTo(turn.published.knowledge, entryId);
  const { pending: _, ...rest } = turn.state;
  turn.state = {
    ...rest,
    slots: remembered(turn, slots),
    last: shown,
    misses: 0,
    unsolved: [],
    ...(near && { near }),
    ...(answer.missing && { pending: { ...shown, missing: answer.missing } }),
  };
  return { text: `${readings(turn, asked)}${sayAnswer(desk, answer)}`, choices: choicesOf(turn, answer, turnId) };
}

/** An agreement named alone takes the talk to its own country, and away from one it does not cover. */
function remembered(turn: Turn, slots: Slots): TalkState['slots'] {
  const known = remember(turn.state.slots, slots);
  if (!slots.agreement || slots.destination) return known;
  const { destination: _, ...rest } = known;
  const meant = destinationOf(turn, slots);
  return meant ? { ...rest, destination: [...meant] } : rest;
}

/** The detail of an answer shown before. */
export function showDetail(turn: Turn, entryId: string, slots: Slots): Reply {
  const desk = deskOf(turn);
  const answer = composeAnswer(desk, entryId, slots);
  if (!answer) return { text: say(turn, 'gone'), choices: [] };
  const next = answer.related.map(({ entry, slots: rows, title }): Choice => ask(title, entry, rows));
  if (!answer.detail) return { text: say(turn, 'noDetail'), choices: next };
  return { text: sayDetail(desk, answer), choices: next };
}

function choicesOf(turn: Turn, answer: Answer, turnId: string): Choice[] {
  const { entry, slots, detail, related, missing } = answer;
  const more: Choice[] = detail
    ? [{ title: say(turn, 'choice.detail'), action: { do: 'detail', entry, slots: copyOf(slots) } }]
    : [];
  const next = related.map(({ entry: id, slots: rows, title }) => ask(title, id, rows));
  // A question that asks back is not finished: thumbs would be about half an answer.
  if (missing && answer.sources.length === 0) return [...more, ...next];
  const thumb = (verdict: 'up' | 'down'): Choice => ({
    title: say(turn, `choice.${verdict}`),
    action: { do: 'thumb', turn: turnId, verdict },
  });
  return [...more, ...next, thumb('up'), thumb('down')];
}

function ask(title: string, entry: string, slots: Slots): Choice {
  return { title, action: { do: 'ask', entry, slots: copyOf(slots) } };
}

/** Agreements that were found by their country need not travel in a button. */
function copyOf(slots: Slots): Partial<Record<Slot, string[]>> {
  return Object.fromEntries(Object.entries(slots).map(([slot, rows]) => [slot, [...rows]]));
}

/** A name that was mended is said, so that an exporter sees when it was mended wrongly. */
function readings(turn: Turn, { understanding }: Asked): string {
  const mended = (understanding?.entities ?? []).filter(({ exact, kind }) => !exact && kind !== 'term');
  const lines = mended.map(({ text, kind, id }) =>
    say(turn, 'readAs', { typed: text, name: nameOfRow(deskOf(turn), kind, id) }),
  );
  return lines.length > 0 ? `${[...new Set(lines)].join(' ')}\n\n` : '';
}
