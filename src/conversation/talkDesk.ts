import type { Desk, Language, Words } from '../answers/index.ts';
import type { CaseDesk } from '../cases/index.ts';
import { dayInWib, type Knowledge } from '../knowledge/index.ts';
import type { Model } from '../understanding/index.ts';

/** The knowledge as it is published now, and what was learnt from it: always both of the same revision. */
export interface Published {
  readonly knowledge: Knowledge;
  readonly model: Model;
  /** Number of the publish; absent for files that were never published. */
  readonly version?: number;
  /** Revision of an entry as it is shown; null while it was never published from the store. */
  revisionOf?(entryId: string): number | null;
}

/** What the bot works with, given once by the composition root. */
export interface TalkDesk {
  /** The latest publish; asked anew for each turn. */
  readonly published: () => Published;
  readonly words: Words;
  readonly clock: () => Date;
  /** What cases are opened and moved with. */
  readonly cases: CaseDesk;
}

/** The desk for one answer. */
export function answerDesk(
  { published, words, clock }: Pick<TalkDesk, 'published' | 'words' | 'clock'>,
  language: Language,
): Desk {
  return { knowledge: published().knowledge, words, language, today: dayInWib(clock()) };
}
