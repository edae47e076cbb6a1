import type { Language, WireActivity } from '../wireActivity.ts';

/** One thing the bot says in a turn. */
export interface Reply {
  /** Unique in the conversation, and kept as it is. */
  readonly id: string;
  readonly activity: WireActivity;
  /**
   * True when the bot said something under that id before, and this stands in its place from now on: Web Chat puts an
   * activity where it has one of the same id and time.
   */
  readonly isInstead: boolean;
}

/** Answers one activity within its transaction; the replies are kept when it returns, nothing is when it throws. */
export type Answer<Talk> = (activity: WireActivity, talk: Talk) => Promise<readonly Reply[]>;

/** One waiting activity, as the log may name it: no words of the exporter in it. */
export interface Turn {
  readonly conversationKey: string;
  readonly sequence: number;
}

/** How a turn went. `failed`: the bot threw, everything it wrote was taken back, the activity still waits. */
export type TurnOutcome = { kind: 'none-waiting' } | { kind: 'taken' } | { kind: 'failed'; turn: Turn; cause: unknown };

/**
 * The turns of conversations, as storage keeps them.
 *
 * Turns of one conversation run one after another, in the order in which the activities came, across all processes
 * on one database. When a process dies in the middle of a turn, nothing of it remains and the activity waits again.
 */
export interface Turns<Talk> {
  /** Takes the turn of the first activity that waits. Rejects when the database is out of reach; try again later. */
  takeNext(conversationKey: string, answer: Answer<Talk>, now: Date): Promise<TurnOutcome>;
  /**
   * Ends a turn that cannot be taken: her question becomes a case, and the apology names its number. Does nothing if the
   * turn has ended.
   */
  giveUp(turn: Turn, apology: (language: Language, caseNumber: string) => WireActivity, now: Date): Promise<void>;
  /** Conversations with an activity that has waited since before a time. */
  findWaiting(before: Date): Promise<string[]>;
  /** Counts one more attempt at the first waiting activity, kept even if the process dies in it. */
  countAttempt(conversationKey: string): Promise<(Turn & { attempts: number }) | null>;
  /** Says something outside a turn; it refers to no earlier activity. */
  say(conversationKey: string, activities: readonly WireActivity[], now: Date): Promise<void>;
}
