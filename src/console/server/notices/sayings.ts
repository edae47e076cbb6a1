import type { Telling } from '../../../cases/index.ts';
import type { LiveRow } from '../../../knowledge/index.ts';
import type { ShownFor } from './noticeStore.ts';

/** An answer by what it is made of. */
export interface AnswerMade {
  readonly entry: string;
  readonly slots: ShownFor;
  readonly language: 'id' | 'en';
}

/** What one person asked, and what is to be said about it. */
export interface ToSay {
  readonly question: string;
  readonly at: Date;
  readonly entry: string;
  readonly slots: ShownFor;
}

/** Says answers with knowledge as it is or was. The composition root fulfils it with the bot's own parts. */
export interface Sayings {
  /**
   * What an answer says, without the line that names sources and dates: two that say the same need no correction.
   *
   * @returns null: these rows make no such answer
   */
  contentOf(rows: readonly LiveRow[], answer: AnswerMade): string | null;
  /** Tells that answers were wrong, and the right ones. */
  tellCorrection(rows: readonly LiveRow[], language: 'id' | 'en', wrong: readonly ToSay[]): Telling;
  /** Tells that there is an answer now. */
  tellAnswer(rows: readonly LiveRow[], language: 'id' | 'en', asked: readonly ToSay[]): Telling;
  /** What the bot would answer now to a question alone; null: nothing, or a choice. */
  answerNow(
    question: string,
    language: 'id' | 'en',
  ): Promise<{ readonly entry: string; readonly slots: ShownFor } | null>;
}
