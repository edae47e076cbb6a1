import type { Day, Knowledge, Slot } from '../knowledge/index.ts';
import type { Language, Words } from './words.ts';

/** The rows a question is about, by kind; the one meant most comes first. */
export type Slots = Readonly<Partial<Record<Slot, readonly string[]>>>;

/** What every answer is made from. */
export interface Desk {
  readonly knowledge: Knowledge;
  readonly words: Words;
  readonly language: Language;
  readonly today: Day;
}

/** How far staff has confirmed what an answer says. */
export type Certainty = 'confirmed' | 'partly' | 'unconfirmed';

/** Words with what they rest on. */
export interface Statement {
  readonly text: string;
  readonly sources: readonly string[];
  readonly certainty: Certainty;
}

/** A question to ask next. */
export interface Related {
  readonly entry: string;
  readonly slots: Slots;
  readonly title: string;
}

/** An answer, still without the line that names its sources. */
export interface Answer {
  readonly entry: string;
  /** What it was answered for: follow-ups build on it. */
  readonly slots: Slots;
  readonly title: string;
  /** Markdown, at most about 700 characters. */
  readonly short: string;
  /** Markdown of any length; absent when the short form says all. */
  readonly detail?: string;
  readonly sources: readonly string[];
  readonly certainty: Certainty;
  readonly checkedOn: Day;
  readonly related: readonly Related[];
  /** The unit that solves what this answer does not. */
  readonly unit: string;
  /** What would make the answer more precise; asked at its end. */
  readonly missing?: Slot;
  /** What the answer would go on with when told, though it is whole without. */
  readonly invites?: Slot;
}
