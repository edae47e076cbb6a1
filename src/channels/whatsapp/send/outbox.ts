import type { Language, WireActivity } from '../../wireActivity.ts';

/** Where a message goes: to her number, or, when she hides it, to the id Meta knows her by. */
export interface Address {
  readonly phone: string | null;
  readonly userId: string | null;
}

/** The way to one person, held by one sender for a while. */
export interface Lane {
  readonly conversationKey: string;
  readonly address: Address;
  readonly language: Language;
  /** She asked not to be written to: only answers go out. */
  readonly isStopped: boolean;
  /** When she wrote last, by Meta's clock. */
  readonly lastInboundAt: Date;
  /** When Meta last said that her 24 hours are over. */
  readonly shutAt: Date | null;
  /** When she was last asked to come back and has not since; null: she was not. */
  readonly invitedAt: Date | null;
  /** In the order in which they were said; not all of them, when there are many. */
  readonly deliveries: readonly Delivery[];
}

/** An activity that waits to be sent. */
export interface Delivery {
  readonly sequence: number;
  readonly activity: WireActivity;
  /** The message it answers, when a quote helps: she wrote more since, or it took long. */
  readonly quote: string | null;
  /** What it answers came hours after it was said. */
  readonly isLate: boolean;
  /** It answers something; otherwise it is said unasked. */
  readonly isAnswer: boolean;
  readonly parts: readonly Part[];
}

/** A message of a delivery that was begun before. */
export interface Part {
  readonly part: number;
  readonly messageKey: string;
  readonly state: 'sending' | 'unknown' | 'waiting' | 'accepted' | 'sent' | 'delivered' | 'read' | 'failed';
  readonly attempts: number;
  readonly begunAt: Date;
}

/** One message about to be sent; `sequence` null: an invitation. */
export interface Beginning {
  readonly conversationKey: string;
  readonly sequence: number | null;
  readonly part: number;
  readonly messageKey: string;
}

/** How an attempt ended, as far as can be known at once. */
export type SendResult =
  | { readonly kind: 'accepted'; readonly wamid: string }
  /** Nobody knows whether it arrived: a status will tell, or it is sent again. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly code: number | null; readonly isFinal: boolean };

/** What the sending half of WhatsApp needs kept. Storage fulfils it. */
export interface WhatsAppOutbox {
  /** Takes the lane whose turn it is; nobody else has it until it is released, or the lease ends. */
  claim(now: Date, leasedUntil: Date): Promise<Lane | null>;
  /** When the next lane is due; null: nothing waits. */
  nextDue(): Promise<Date | null>;
  /** @param again when to look again although something waits; null: at once */
  release(conversationKey: string, again: Date | null, now: Date): Promise<void>;

  /**
   * Kept before the attempt, so that a dead process leaves a trace of it.
   *
   * @param leasedUntil the lane is ours for so long from now on
   */
  begin(message: Beginning, now: Date, leasedUntil: Date): Promise<void>;
  end(messageKey: string, result: SendResult, now: Date): Promise<void>;
  settle(conversationKey: string, sequence: number, settled: Settled): Promise<void>;
  /** Notes that Meta says her 24 hours are over, whatever we counted. */
  noteShut(conversationKey: string, now: Date): Promise<void>;
  /** Notes that she was asked to come back, the first time or once more. */
  noteInvitation(conversationKey: string, now: Date): Promise<void>;

  /** @returns milliseconds until the number may send one more; 0: it was counted */
  takeNumberToken(now: Date): Promise<number>;
  /** @returns milliseconds until this person may be sent one more; 0: it was counted */
  takePairToken(conversationKey: string, now: Date): Promise<number>;

  /** Notes that Meta takes nothing more; null: it does again. */
  noteStop(code: number | null, now: Date): Promise<void>;
  findStop(): Promise<{ readonly code: number; readonly since: Date } | null>;

  /** Lanes whose invitation has had no answer since a time. */
  findSilent(invitedBefore: Date): Promise<readonly SilentLane[]>;
  /** Has what is parked tried again; the sender finds her 24 hours over and invites her once more. */
  tryParked(conversationKey: string, now: Date): Promise<void>;
  /** Gives up what is parked for somebody who does not come back. */
  giveUpParked(conversationKey: string, reason: string): Promise<void>;
  /** Deliveries that failed, or that wait because she wants silence, and that nobody was told of. */
  findUntold(): Promise<readonly Untold[]>;
  noteTold(untold: Untold, now: Date): Promise<void>;
  /** Forgets who had their data deleted, and to whom nothing is on its way any more. */
  forgetPeople(): Promise<void>;
}

/** How a delivery stands. */
export type Settled =
  | { readonly state: 'done' }
  | { readonly state: 'parked'; readonly reason: 'window' | 'stopped' }
  | { readonly state: 'failed'; readonly reason: string };

export interface SilentLane {
  readonly conversationKey: string;
  readonly invitations: number;
}

/** A delivery that did not reach her. */
export interface Untold {
  readonly conversationKey: string;
  readonly sequence: number;
  readonly activityId: string;
  /** `no-answer`, `stopped`, `unknown` or an error code of Meta. */
  readonly reason: string;
}
