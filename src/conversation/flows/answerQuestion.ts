import type { Slots } from '../../answers/index.ts';
import type { Understanding } from '../../understanding/index.ts';
import type { Reply } from '../reply.ts';
import { remember } from '../talkState.ts';
import type { Turn } from '../turn.ts';
import { clarify } from './clarify.ts';
import { isComparison } from './comparison.ts';
import { meantByFollowUp } from './followUp.ts';
import { isPlainShipment } from './plainShipment.ts';
import { readInTalk } from './readInTalk.ts';
import { type Asked, showEntry, slotsFor } from './show.ts';
import { slotsOf } from './slots.ts';
import { smallTalk } from './smallTalk.ts';
import { specialise } from './specialise.ts';
import { unresolved } from './unresolved.ts';

const SMALL_TALK = 'talk.';
const LIKELY_TALK = 0.3;

/**
 * One question: read, ranked, decided, and put into words.
 *
 * @param told rows named by earlier questions of the same message: "mebel ke Korea, form apa?"
 */
export function answerQuestion(turn: Turn, question: string, told: Slots = {}): Reply {
  const understanding = readInTalk(turn, question);
  turn.state = { ...turn.state, language: understanding.language };
  const asked: Asked = { question, understanding };
  const named = slotsOf(understanding.entities);
  const { decision } = understanding;
  const waiting = toldRow(turn, named);
  const meant = (id: string) => specialise(turn.published.knowledge, id, { ...told, ...named });
  if (isPlainShipment(understanding)) return show(turn, 'brief', slotsFor(turn, 'brief', named), asked);
  if (isComparison(understanding, question))
    return show(turn, 'agreement.about', slotsFor(turn, 'agreement.about', named), asked);
  // Beside a name that is not known, the known one is a neighbour: "kontak ITPC Atlantis".
  const alone = understanding.unknownNames.length === 0 ? rowAlone(understanding, question) : undefined;
  if (alone && (decision.kind !== 'answer' || understanding.words.length === 1))
    return show(turn, alone.entry, alone.slots, asked);
  if (waiting && (decision.kind === 'follow-up' || decision.kind === 'unresolved'))
    return show(turn, waiting.entry, waiting.slots, asked);
  switch (decision.kind) {
    case 'answer':
      return decision.id.startsWith(SMALL_TALK)
        ? smallTalk(turn, decision.id.slice(SMALL_TALK.length), asked)
        : show(turn, meant(decision.id), slotsFor(turn, meant(decision.id), named), asked);
    case 'follow-up':
      return followUp(turn, named, asked);
    case 'clarify': {
      turn.state = { ...turn.state, slots: remember(turn.state.slots, named) };
      const [first] = understanding.candidates;
      // Small talk that leads costs little when it is wrong: its answer leads on to the menu.
      if (first?.id.startsWith(SMALL_TALK) && first.confidence >= LIKELY_TALK)
        return smallTalk(turn, first.id.slice(SMALL_TALK.length), asked);
      const ids = [...new Set(decision.ids.map(meant))];
      if (isAllInBrief(strongest(understanding))) return show(turn, 'brief', slotsFor(turn, 'brief', named), asked);
      return clarify(turn, ids, named, asked) ?? nearest(turn, decision.ids[0], named, asked);
    }
    case 'unresolved':
      return unresolved(turn, decision.reason, asked);
  }
}

/** What a brief says anyway: asking which of them is meant would cost a tap and gain nothing. */
const PARTS_OF_BRIEF: ReadonlySet<string> = new Set([
  'brief',
  'destination.form',
  'product.requirements',
  'product.markets',
]);

/** Candidates near the best one. */
function strongest({ candidates }: Understanding): string[] {
  const least = (candidates[0]?.confidence ?? 0) / 3;
  return candidates.filter(({ confidence }) => confidence >= least).map(({ id }) => id);
}

function isAllInBrief(ids: readonly string[]): boolean {
  return ids.includes('brief') && ids.every((id) => PARTS_OF_BRIEF.has(id));
}

const MOST_WORDS_BESIDE = 2;

/** "PEB?" asks what the word means, "itpc budapest wa?" how to reach the office. */
function rowAlone(understanding: Understanding, question: string): { entry: string; slots: Slots } | undefined {
  const { entities, words } = understanding;
  const beside = words.length - new Set(entities.flatMap(({ text }) => text.toLowerCase().split(/\s+/))).size;
  if (beside > MOST_WORDS_BESIDE) return undefined;
  const unit = entities.find(({ kind }) => kind === 'unit');
  if (unit) return { entry: 'liaison.contact', slots: { unit: [unit.id] } };
  const [term] = entities;
  const isAlone = term && entities.every(({ kind }) => kind === 'term') && isBare(understanding, question);
  return isAlone ? { entry: 'term.meaning', slots: { term: [term.id] } } : undefined;
}

const ASKS_MEANING = /\b(apa itu|itu apa|apa sih|artinya|arti|kuwi opo|opo kuwi|what is|what's|meaning)\b/i;
const MOST_WORDS_OF_MEANING = 5;

/** Hardly anything but the word itself, or what asks for its meaning. */
function isBare({ words, entities }: Understanding, question: string): boolean {
  const isOne = new Set(entities.map(({ id }) => id)).size === 1;
  return (
    words.length <= MOST_WORDS_BESIDE || (isOne && words.length <= MOST_WORDS_OF_MEANING && ASKS_MEANING.test(question))
  );
}

/** The answer to "negara mana?": the entry that waits for a row gets it. */
function toldRow(turn: Turn, named: Slots) {
  const { pending } = turn.state;
  if (!pending) return undefined;
  const isTold = named[pending.missing] || (pending.missing === 'agreement' && named.destination);
  return isTold
    ? { entry: pending.entry, slots: slotsFor(turn, pending.entry, { ...pending.slots, ...named }) }
    : undefined;
}

function followUp(turn: Turn, named: Slots, asked: Asked): Reply {
  const meant = meantByFollowUp(turn, named);
  return meant ? show(turn, meant.entry, meant.slots, asked) : unresolved(turn, 'near', asked);
}

function show(turn: Turn, entry: string, slots: Slots, asked: Asked): Reply {
  return showEntry(turn, entry, slots, asked) ?? unresolved(turn, 'near', asked);
}

const SURE_ALONE = 0.5;
const FAINTEST = 0.04;

/**
 * A choice of one is none: an entry that stands alone is shown when it is likely, and else offered beside the next
 * ones, never given for an answer because nothing else was near.
 */
function nearest(turn: Turn, first: string | undefined, named: Slots, asked: Asked): Reply {
  const candidates = (asked.understanding?.candidates ?? []).filter(({ id }) => !id.startsWith(SMALL_TALK));
  const likely = candidates.find(({ id, confidence }) => id === first && confidence >= SURE_ALONE);
  if (likely) return show(turn, likely.id, slotsFor(turn, likely.id, named), asked);
  const near = candidates.filter(({ confidence }) => confidence >= FAINTEST).map(({ id }) => id);
  return clarify(turn, near, named, asked) ?? unresolved(turn, 'near', asked);
}
