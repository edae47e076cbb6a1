import type { Merge } from './acts/merge.ts';
import type { Actor, Case, CaseEvent, CaseState } from './case.ts';
import type { Decide, MailOrder, Telling } from './decision.ts';
import type { CaseRefusal } from './lifecycle.ts';
import type { KeptLink } from './link.ts';
import type { Opening } from './openCase.ts';
import type { CaseSettings, DayOff, Rules } from './settings.ts';

/** How a move went. */
export type Moved = { readonly kase: Case } | { readonly refused: CaseRefusal };

/** A case that was opened, or an earlier one on the same subject that it joined. */
export interface Opened {
  readonly kase: Case;
  readonly isJoined: boolean;
}

/**
 * The cases of one exporter, within the transaction of her turn: kept together with the replies, or not at all.
 *
 * It knows no other exporter's cases: whose they are is decided by the talk, not by a number that was typed.
 */
export interface TalkCases {
  /** Newest first, at most twenty; what was erased is left out. */
  mine(): Promise<readonly Case[]>;
  open(plan: (rules: Rules) => Opening): Promise<Opened>;
  move(number: string, decide: Decide): Promise<Moved>;
  /** What waits to be told in this talk, for channels that can be told only in a turn; it counts as told from now on. */
  takeTellings(): Promise<readonly Telling[]>;
  /** Takes everything personal out of her talks and cases, at once. Statistics stay. */
  eraseMe(): Promise<{ readonly cases: number }>;
}

/** Which cases staff wants to see. */
export interface CaseFilter {
  readonly states?: readonly CaseState[];
  /** `null`: those with the centre's desk. */
  readonly unit?: string | null;
  readonly needsAttention?: boolean;
  readonly isUrgent?: boolean;
  /** Part of a number, or words of the problem. */
  readonly text?: string;
  /** The member of staff who looks after it. */
  readonly handledBy?: string;
  /** Its deadline is before this. */
  readonly dueBefore?: Date;
  /** `due`: the urgent first, then what is due next; otherwise the newest of them. */
  readonly order?: 'due' | 'new';
}

/** One page of a list. */
export interface Page {
  /** 1 to 200. */
  readonly limit: number;
  readonly offset: number;
}

/** Something that has to be sent, taken up again after any crash. */
export interface OutboxItem {
  readonly id: number;
  /** The same at every attempt: whoever gets it twice can tell. */
  readonly messageKey: string;
  readonly number: string | null;
  readonly conversationKey: string | null;
  readonly attempts: number;
}

export interface OutboxMail extends OutboxItem {
  readonly order: MailOrder;
}

export interface OutboxTelling extends OutboxItem {
  readonly conversationKey: string;
  readonly channel: Case['channel'];
  readonly language: Case['language'];
  readonly telling: Telling & { readonly from?: 'staff' };
}

/**
 * How sending went.
 *
 * `failed`: tried again later, with growing delay, unless it is final. `dropped`: there is nothing to send any more.
 */
export type Sent =
  | { readonly kind: 'sent' }
  /** It is said in the talk itself: the activity is appended in the transaction that marks it as sent. */
  | { readonly kind: 'append'; readonly activity: { readonly type: string; readonly [field: string]: unknown } }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'failed'; readonly fault: string; readonly isFinal: boolean };

/** One look or act, for the audit. */
export interface AuditLine {
  readonly at: Date;
  readonly actor: Actor;
  readonly act: string;
  readonly number: string | null;
}

/**
 * How what the exporter was told about a case stands.
 *
 * `kept`: it waits for her in the talk, which no one can watch her read. The others are those of her phone; `waiting` is
 * also what has not been put into the talk yet.
 */
export interface Told {
  /** The event it belongs to. */
  readonly version: number;
  readonly state: 'waiting' | 'kept' | 'parked' | 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';
  /** Why it is parked or failed: `window`, `stopped`, `no-answer`, a code of Meta, or what went wrong in words. */
  readonly reason: string | null;
  readonly since: Date | null;
}

/** What the cases room needs kept. Storage fulfils it; each method is one transaction. */
export interface CaseStore {
  find(number: string): Promise<Case | null>;
  list(filter: CaseFilter, page: Page): Promise<{ readonly cases: readonly Case[]; readonly total: number }>;
  events(number: string): Promise<readonly CaseEvent[]>;
  auditOf(number: string): Promise<readonly AuditLine[]>;
  move(number: string, decide: Decide, now: Date): Promise<Moved>;
  /**
   * Moves two cases at once, the one into the other, if they are of one exporter.
   *
   * @returns the other as it is afterwards
   */
  merge(one: string, other: string, decide: (one: Case, other: Case) => Merge, now: Date): Promise<Moved>;
  /** Her other cases, and those of hers on another channel, newest first; at most twenty. */
  othersOf(number: string): Promise<readonly Case[]>;
  /** How far the words of each event have come; see {@link Told}. */
  toldOf(number: string): Promise<readonly Told[]>;
  /** Notes that somebody looked. */
  noteLook(number: string, actor: Actor, now: Date): Promise<void>;

  findLink(tokenHash: Buffer): Promise<KeptLink | null>;
  /** The nonce of the key that a unit holds now; null when it holds none. */
  nonceFor(number: string, unit: string): Promise<Buffer | null>;

  rules(): Promise<Rules>;
  keepSettings(settings: CaseSettings, by: Actor, now: Date): Promise<void>;
  keepDayOff(day: DayOff, by: Actor, now: Date): Promise<void>;
  dropDayOff(day: string, by: Actor, now: Date): Promise<void>;

  /** Numbers of cases whose time has come, the longest overdue first; at most a hundred. */
  dueForCheck(now: Date): Promise<readonly string[]>;
  /** Cases closed before a time that still hold something personal; at most a hundred. */
  closedBefore(time: Date): Promise<readonly string[]>;
  eraseCase(number: string, now: Date): Promise<void>;
  /** Erases talks in which nothing was said since a time and whose cases are all erased. @returns how many */
  eraseQuietTalks(since: Date, now: Date): Promise<number>;

  /**
   * Sends the next mail that is due, holding it: no other process sends it meanwhile, and a process that dies lets go.
   *
   * @returns false when nothing is due
   */
  sendNextMail(now: Date, send: (mail: OutboxMail) => Promise<Sent>): Promise<boolean>;
  /** The same for what exporters are told. On the web it is appended to the talk in the same transaction. */
  tellNext(now: Date, tell: (item: OutboxTelling) => Promise<Sent>): Promise<boolean>;
  /** Hears that something was put into the outbox; only a hint. */
  onOutbox(hear: () => void): () => void;

  /** A person takes the talk: the bot is silent until it is given back. @returns false when there is no such talk */
  hold(conversationKey: string, by: Actor, until: Date, now: Date): Promise<boolean>;
  /** The bot has the talk again, and says so. Nothing happens when it has it already. */
  giveBack(conversationKey: string, telling: Record<'id' | 'en', Telling>, by: Actor, now: Date): Promise<boolean>;
  /** Staff says something in a talk it holds. */
  sayAsStaff(conversationKey: string, text: string, by: Actor, until: Date, now: Date): Promise<boolean>;
  /** Talks held beyond their time. */
  heldTooLong(now: Date): Promise<readonly string[]>;

  outboxState(): Promise<OutboxState>;
  /** Whether a mail that waits has failed again and again; asked often, and answered from an index. */
  isMailFailing(): Promise<boolean>;
}

/** How many mails and messages are on their way, for staff and operators. */
export interface OutboxState {
  /** Those that fail again and again among them. */
  readonly waiting: number;
  readonly failing: number;
  /** Given up, ever. */
  readonly failed: number;
}
