/** What an entry is begun with: a question that was asked, and what a person answered. */
export interface Suggestion {
  /** In the exporter's own words, the best one first; at least one. */
  readonly questions: readonly string[];
  readonly answer: string;
  readonly language: 'id' | 'en';
  /** The first part of the entry's key. */
  readonly area: string;
  /** Key of the liaison that solves it. */
  readonly unit: string;
  /** Keys of what the answer rests on, as far as is known. */
  readonly sources: readonly string[];
}
