import type { Localised } from '../../../knowledge/index.ts';

/** How one wording of a question came to wait for staff; equal wordings are one. */
export interface WaitingQuestion {
  readonly text: string;
  readonly language: keyof Localised;
  readonly kind: 'miss' | 'thumbs-down';
  /** The answer that got the thumbs down. */
  readonly entryId: string | null;
  /** The entry that came nearest. */
  readonly nearestId: string | null;
  /** `2026-07-14`, a day of WIB. */
  readonly day: string;
  readonly count: number;
  readonly lastAt: Date;
}

/** What staff decided about questions. */
export interface Settlement {
  readonly outcome: 'phrasing' | 'entry' | 'set-aside';
  readonly entryId: string | null;
  readonly reason: string;
  /** Account id. */
  readonly settledBy: string;
  readonly settledAt: Date;
}

/** What somebody set aside at one moment. */
export interface KeptAside {
  readonly at: Date;
  /** Account id. */
  readonly by: string;
  readonly byName: string;
  readonly reason: string;
  readonly questions: string[];
  readonly count: number;
}

/** Questions that nobody has answered well, as they wait for staff. Storage fulfils it. */
export interface UnansweredStore {
  /** Those asked since, the newest first, one for each wording, kind and day. */
  findWaiting(since: Date, limit: number): Promise<WaitingQuestion[]>;
  /** Settles everything that waits since then in one of these wordings. @returns how many turns */
  settle(wordings: readonly string[], since: Date, settlement: Settlement): Promise<number>;
  /** What was set aside since then, the latest first. */
  listAside(since: Date, limit: number, offset: number): Promise<{ asides: KeptAside[]; total: number }>;
  /** Has them wait again. @returns how many turns */
  restore(at: Date, by: string): Promise<number>;
}
