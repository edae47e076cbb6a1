/** A week of questions. */
export interface Week {
  readonly questions: number;
  readonly answered: number;
  readonly afterChoice: number;
  readonly unanswered: number;
  readonly thumbsUp: number;
  readonly thumbsDown: number;
  readonly exporters: number;
}

/** A case whose deadline is near or behind. */
export interface DueCase {
  readonly number: string;
  readonly topic: string;
  readonly state: string;
  readonly unit: string | null;
  readonly isUrgent: boolean;
  readonly dueAt: Date;
}

/** What did not reach somebody. */
export interface KeptUndelivered {
  readonly kind: 'mail' | 'telling' | 'whatsapp';
  readonly talk: string | null;
  readonly number: string | null;
  readonly reason: string | null;
  readonly at: Date | null;
}

/** A talk on WhatsApp in which something waits for the exporter to write. */
export interface KeptParked {
  readonly talk: string;
  readonly count: number;
  readonly invitedAt: Date | null;
}

/** What the first page counts. Storage fulfils it. */
export interface TodayStore {
  countWaiting(since: Date): Promise<number>;
  countDrafts(): Promise<number>;
  /** Those not closed, those whose deadline is behind, and what is due next. */
  readCases(now: Date, limit: number): Promise<{ open: number; overdue: number; due: DueCase[] }>;
  /** What could not be brought to people since then. */
  countFailed(since: Date): Promise<{ mails: number; tellings: number; whatsapp: number }>;
  /** The latest first. */
  listUndelivered(since: Date, limit: number): Promise<KeptUndelivered[]>;
  /** Those invited longest ago first. */
  listParked(limit: number): Promise<KeptParked[]>;
  /** Talks that staff holds in which the exporter spoke last. */
  countHeldWaiting(): Promise<number>;
  readWeek(from: Date, until: Date): Promise<Week>;
  countByDay(since: Date): Promise<{ day: string; count: number }[]>;
}
