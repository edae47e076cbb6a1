import type { Telling } from '../../../cases/index.ts';

/** Rows that an answer was given for: `{ destination: ['JP'] }`. */
export type ShownFor = Readonly<Record<string, readonly string[]>>;

/** Something that exporters are told who asked before: that an answer was corrected, or that there is one now. */
export interface Notice {
  readonly id: number;
  readonly kind: 'correction' | 'answer';
  readonly table: string;
  readonly key: string;
  /** The revision that they are told of; older ones were wrong. */
  readonly revision: number;
  /** The publish it came with. */
  readonly version: number;
  readonly reason: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** Null: nobody has decided yet. */
  readonly outcome: 'sent' | 'set-aside' | null;
  readonly settledBy: string | null;
  readonly settledAt: Date | null;
}

/** How a notice stands with one person. `gone`: she erased her data before it reached her. */
export type ToldState = 'waiting' | 'parked' | 'sent' | 'delivered' | 'failed' | 'gone';

export type TalkChannel = 'web' | 'whatsapp' | 'bot-service';

/** How many people are in which state, by channel. */
export interface ToldCount {
  readonly channel: TalkChannel;
  readonly state: ToldState;
  readonly people: number;
}

/** The last answer that one person got to one question, or the question that she got none to. */
export interface Shown {
  /** The same in all talks that were joined by a code. */
  readonly personKey: string;
  readonly talk: string;
  readonly turn: string;
  /** Null: it had no answer. */
  readonly entry: string | null;
  readonly slots: ShownFor;
  readonly shownIn: 'id' | 'en';
  readonly question: string;
  readonly at: Date;
  /** The publish it was answered from. */
  readonly version: number;
  /** Revision of the row in question at that time; null: there was none. */
  readonly revision: number | null;
  /** Where she is told: her liveliest talk. */
  readonly home: string;
  readonly channel: TalkChannel;
  readonly language: 'id' | 'en';
  /** She asked for silence, in any of her talks. */
  readonly isStopped: boolean;
}

/** Somebody who is told, what about, and in which words. */
export interface Recipient {
  readonly personKey: string;
  readonly home: string;
  readonly shown: readonly {
    readonly talk: string;
    readonly turn: string;
    readonly entry: string | null;
    readonly slots: ShownFor;
  }[];
  readonly telling: Telling;
}

/** One person of a notice that went out. */
export interface Told {
  readonly talk: string;
  readonly channel: TalkChannel;
  readonly language: 'id' | 'en';
  readonly question: string;
  readonly at: Date;
  readonly state: ToldState;
  readonly since: Date | null;
}

/** An answer notice as it is about to go out. */
export interface NewAnswer {
  readonly entry: string;
  readonly reason: string;
  readonly by: string;
  /** Account id, for the questions that are settled by it. */
  readonly byId: string;
  readonly questions: readonly string[];
  readonly since: Date;
}

/** Part of a list. */
export interface Portion {
  readonly limit: number;
  readonly offset: number;
}

/** Keeps notices and whom they went to. Storage fulfils it. */
export interface NoticeStore {
  list(
    portion: Portion,
  ): Promise<{ readonly notices: readonly (Notice & { counts: ToldCount[] })[]; readonly total: number }>;
  /** Those that nobody has decided on. */
  countOpen(): Promise<number>;
  find(id: number): Promise<Notice | null>;
  /** Makes one for a revision that was published without. Null: there is no such revision, or one already. */
  make(correction: Pick<Notice, 'table' | 'key' | 'revision' | 'reason' | 'madeBy'>, now: Date): Promise<number | null>;
  /**
   * Answers that exporters got since then, the last one for each person and question; erased ones are left out.
   *
   * @param entries those that may speak of the row; null: any may
   */
  findShown(
    row: { readonly table: string; readonly key: string },
    entries: readonly string[] | null,
    since: Date,
  ): Promise<Shown[]>;
  /** Who asked this in vain since then, and was not told yet. */
  findAskers(questions: readonly string[], since: Date): Promise<Shown[]>;
  /** Questions that staff has given an answer to, and whose askers were not told: by entry and wording. */
  findUntold(since: Date): Promise<{ readonly entry: string; readonly question: string; readonly settledAt: Date }[]>;
  /**
   * Puts a notice on its way to these people, once: all of it in one transaction. Who erased her data or asked for
   * silence since they were read is left out.
   *
   * @param version the publish that the words were made from
   * @returns how many are told; null: somebody has decided on it already
   */
  send(id: number, recipients: readonly Recipient[], by: string, version: number, now: Date): Promise<number | null>;
  /** The same for an answer; the questions count as settled and told from then on. */
  sendAnswer(
    answer: NewAnswer,
    recipients: readonly Recipient[],
    version: number,
    now: Date,
  ): Promise<{ readonly id: number; readonly people: number }>;
  /** Nobody is told. False: somebody has decided on it already. */
  setAside(id: number, by: string, now: Date): Promise<boolean>;
  countTold(id: number): Promise<ToldCount[]>;
  listTold(id: number, portion: Portion): Promise<Told[]>;
}
