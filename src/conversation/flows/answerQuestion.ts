import type { Slots } from '../../answers/index.ts';
import type { Understanding } from '../../understanding/index.ts';
import type { Reply } from '../reply.ts';
import { remember } from '../talkState.ts';
import type { Turn } from '../turn.ts';
import { clarify } from './clarify.ts';
import { isComparison } from './comparison.ts';
import { meantByFollowUp } from './followUp.ts';
import { likeliest, withOtherReadings } from './likeliest.ts';
import { isPlainShipment } from './plainShipment.ts';
import { readInTalk } from './readInTalk.ts';
import { type Asked, showEntry, slotsFor } from './show.ts';
import { slotsOf } from './slots.ts';
import { smallTalk } from './smallTalk.ts';
import { specialise } from './specialise.ts';
import { SMALL_TALK, talkInFront } from './talkInFront.ts';
import { unresolved } from './unresolved.ts';

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
      const talk = talkInFront(understanding);
      if (talk) return smallTalk(turn, talk, asked);
      const ids = [...new Set(decision.ids.map(meant))];
      if (isAllInBrief(strongest(understanding))) return show(turn, 'brief', slotsFor(turn, 'brief', named), asked);
      const likely = likeliest(turn, understanding);
      if (likely) return showLikely(turn, meant(likely), ids, named, asked);
      return clarify(turn, ids, named, asked) ?? nearest(turn, decision.ids[0], named, asked);
    }
    case 'unresolved':
      return decision.reason === 'near' && isNear(understanding)
        ? nearest(turn, understanding.candidates[0]?.id, named, asked)
        : unresolved(turn, decision.reason, asked);
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

/** Of a word that nobody named there is nothing to say: "the meaning of life". */
function show(turn: Turn, entry: string, slots: Slots, asked: Asked): Reply {
  if (entry === 'term.meaning' && !slots.term) return unresolved(turn, 'near', asked);
  return showEntry(turn, entry, slots, asked) ?? unresolved(turn, 'near', asked);
}

function showLikely(turn: Turn, id: string, ids: readonly string[], named: Slots, asked: Asked): Reply {
  const reply = show(turn, id, slotsFor(turn, id, named), asked);
  const others = ids.filter((one) => one !== id);
  return withOtherReadings(turn, reply, others, named);
}

const SURE_ALONE = 0.55;
const NEAR = 0.2;
const FAINTEST = 0.02;

function isNear({ candidates: [first] }: Understanding): boolean {
  return first !== undefined && !first.id.startsWith(SMALL_TALK) && first.confidence >= NEAR;
}

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
