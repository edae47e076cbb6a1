import type { ListedTalk, TalkLine, TalkOnly, TalkTurn } from '../../contract/talks.ts';
import type { KeptDelivery } from '../deliveries/deliveryShown.ts';

/** Which talks are wanted. */
export interface TalkFilter {
  readonly owner?: 'bot' | 'staff' | 'unit' | undefined;
  readonly channel?: 'web' | 'whatsapp' | 'bot-service' | undefined;
  readonly only?: TalkOnly | undefined;
  /** Part of a question. */
  readonly words?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** Something that was said, as it is kept. */
export interface KeptLine extends Omit<TalkLine, 'delivery'> {
  readonly delivery: KeptDelivery | null;
}

/** The phone at the other end. */
export interface KeptPhone {
  readonly number: string | null;
  readonly username: string | null;
  /** Her 24 hours begin here. */
  readonly lastInboundAt: Date;
  /** When Meta last said that they are over. */
  readonly shutAt: Date | null;
  readonly parked: number;
  readonly invitedAt: Date | null;
}

/** A talk whole. */
export interface TalkFile {
  readonly talk: ListedTalk;
  readonly about: { readonly kind: string; readonly rows: readonly string[] }[];
  readonly phone: KeptPhone | null;
  readonly lines: readonly KeptLine[];
  readonly turns: readonly TalkTurn[];
}

/** Reads talks for staff. Storage fulfils it. */
export interface TalkReader {
  list(filter: TalkFilter): Promise<{ readonly talks: ListedTalk[]; readonly total: number }>;
  read(key: string): Promise<TalkFile | null>;
}
