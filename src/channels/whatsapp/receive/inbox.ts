import type { KeptEvent, Meaning } from './events.ts';

/** What the receiving half of WhatsApp needs kept. Storage fulfils it. */
export interface WhatsAppInbox {
  /** Keeps events for good; one that was kept before is not kept again. */
  keep(events: readonly KeptEvent[], now: Date): Promise<void>;
  /**
   * Acts on the first events that wait, in the order in which they came, in one transaction, one process at a time.
   *
   * An event that `read` throws on is parked, and the others go on. One that the database cannot act on is tried three
   * times, then parked.
   */
  work(read: (event: { payload: unknown }) => Meaning, now: Date): Promise<Worked>;
  /** Forgets events that came before a time, parked ones too. */
  forget(before: Date): Promise<void>;
  countParked(): Promise<number>;
}

/** What came of a round of work. */
export interface Worked {
  /** Events acted on or parked; 0: none waits. */
  readonly count: number;
  /** How many of them nobody could read. */
  readonly parked: number;
  /** Messages that are answered. */
  readonly said: readonly Heard[];
}

/** A message of an exporter that is being worked on. */
export interface Heard {
  readonly conversationKey: string;
  readonly wamid: string;
}
