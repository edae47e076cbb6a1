import type { LiveRow } from '../../../knowledge/index.ts';

/** A row as it might become; a null value takes it away. */
export interface Change {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
}

/** A question that a change would answer differently. `null`: not answered, or only with choices. */
export interface ChangedAnswer {
  readonly question: string;
  readonly language: 'id' | 'en';
  readonly before: string | null;
  readonly after: string | null;
}

/** What asking gives: the bubbles, and how they came about. */
export interface Tried {
  readonly replies: readonly { readonly text: string; readonly choices: readonly string[] }[];
  readonly entry: string | null;
  readonly decision: string;
  /** As turns keep it: words, corrections, candidates, score parts. */
  readonly explanation: unknown;
}

/** Answers with knowledge that is not published. The composition root fulfils it with the bot's own parts. */
export interface Trial {
  /** Asks as an exporter would, with changes or, without any, as it is live. */
  ask(rows: readonly LiveRow[], changes: readonly Change[], question: string, language: 'id' | 'en'): Promise<Tried>;
  /**
   * Which of these questions get another answer by changes; at most `limit` of them are named.
   *
   * Learning takes about a quarter of a minute when phrasings or names change, nothing when only answers do.
   */
  compare(
    rows: readonly LiveRow[],
    changes: readonly Change[],
    questions: readonly { readonly text: string; readonly language: 'id' | 'en' }[],
    limit: number,
  ): Promise<{ readonly changed: readonly ChangedAnswer[]; readonly count: number }>;
}
