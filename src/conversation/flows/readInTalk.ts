import { nameOfRow } from '../../answers/index.ts';
import { COMPOSITIONS, isCurated, type Slot } from '../../knowledge/index.ts';
import { type Understanding, understand } from '../../understanding/index.ts';
import { deskOf, type Turn } from '../turn.ts';

/** A question this short leans on the talk before it. */
const MOST_WORDS = 6;
/** What a question must be likely to mean with the names of the talk put in. */
const LIKELY = 0.5;
/** Asks what a word means, whatever the talk is about. */
const DEFINES = /\b(apa itu|artinya|arti|maksud|pengertian|kepanjangan|what is an?|what are|mean|meaning|stand for)\b/i;
/** The trade offices abroad, whichever the country. */
const ANY_PERWADAG = 'perwadag';
/** The kinds of names that questions leave out because they were just said. */
const LEFT_OUT = ['product', 'destination', 'agreement'] as const satisfies readonly Slot[];

/**
 * Reads a question by itself, and, when it is short and names nothing, also with what the talk is about: after "mau
 * ekspor kerupuk ke Korea", "kode HS-nya apa?" asks for the code of kerupuk.
 *
 * The reading with the names counts only when it then is a question about just those rows. After a question without
 * rows, its term is put in, and must lead to the same area: after "berapa lama SKA jadi?", "biayanya?" is that of the SKA.
 */
export function readInTalk(turn: Turn, question: string): Understanding {
  const alone = understand(turn.published.model, question, contextOf(turn));
  if (!isLeaning(alone, question)) return alone;
  const read = (names: string) =>
    understand(turn.published.model, `${question} ${names}`, { language: alone.language });
  const sameSubject = termsOfLast(turn)
    .map(read)
    .find((reading) => isOfLastArea(turn, reading));
  if (sameSubject) return sameSubject;
  const meant = namesOfTalk(turn)
    .map(read)
    .filter((reading) => isAboutRows(turn, reading))
    .sort((a, b) => confidenceOf(b) - confidenceOf(a))
    .at(0);
  return meant ?? alone;
}

/** A word that nobody knows may name other goods: "vape liquid ekspor" is not about the kerupuk of before. */
function isLeaning({ entities, words, decision, strangeWords }: Understanding, question: string): boolean {
  const isNamed = entities.some(({ kind, id }) => LEFT_OUT.some((one) => one === kind) || isPlacedOffice(kind, id));
  const isTalk = decision.kind === 'answer' && decision.id.startsWith('talk.');
  const isOwn = isNamed || isTalk || strangeWords.length > 0;
  return !isOwn && words.length > 1 && words.length <= MOST_WORDS && !DEFINES.test(question);
}

/** "atdag tokyo" names its country; "atdag" alone leaves it to the talk. */
function isPlacedOffice(kind: Slot, id: string): boolean {
  return kind === 'unit' && id !== ANY_PERWADAG;
}

/** Each name of the talk, and product and destination together. An agreement counts only while it is talked about. */
function namesOfTalk(turn: Turn): string[] {
  const { slots, last } = turn.state;
  const name = (slot: Slot) => {
    const [id] = slots[slot] ?? [];
    return id === undefined ? [] : [nameOfRow(deskOf(turn), slot, id)];
  };
  const [product, destination] = [name('product'), name('destination')];
  const agreement = last?.entry.startsWith('agreement.') ? name('agreement') : [];
  const both = product.length > 0 && destination.length > 0 ? [`${product} ${destination}`] : [];
  return [...product, ...destination, ...agreement, ...both];
}

/** The terms of the last question, when that was one of the written entries. */
function termsOfLast(turn: Turn): string[] {
  const { last } = turn.state;
  const { entries, terms } = turn.published.knowledge;
  const entry = last && entries.get(last.entry);
  if (!entry || !isCurated(entry)) return [];
  return (last.slots.term ?? []).slice(0, 1).flatMap((id) => terms.get(id)?.variants[0] ?? []);
}

function isOfLastArea(turn: Turn, { candidates }: Understanding): boolean {
  const [best] = candidates;
  const area = areaOf(turn.state.last?.entry ?? '');
  return (
    best !== undefined && best.confidence >= LIKELY && best.id !== turn.state.last?.entry && areaOf(best.id) === area
  );
}

function areaOf(entryId: string): string {
  return entryId.split('-')[0] ?? '';
}

function isAboutRows(turn: Turn, { candidates }: Understanding): boolean {
  const [best] = candidates;
  const entry = best && turn.published.knowledge.entries.get(best.id);
  if (!entry || isCurated(entry) || best.confidence < LIKELY) return false;
  return COMPOSITIONS[entry.id].some((slot) => LEFT_OUT.some((one) => one === slot));
}

function confidenceOf({ candidates }: Understanding): number {
  return candidates[0]?.confidence ?? 0;
}

/** What understanding should know of the talk: its language, and one row of each kind. */
function contextOf({ state }: Turn) {
  const slots = Object.fromEntries(
    Object.entries(state.slots).flatMap(([slot, rows]) => (rows[0] === undefined ? [] : [[slot, rows[0]]])),
  );
  return { ...(state.language && { language: state.language }), slots };
}
