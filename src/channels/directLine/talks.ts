import type { Language, WireActivity } from '../wireActivity.ts';

/** Whom a token was issued to. Raising the stored generation revokes all tokens of the exporter. */
export interface Holder {
  readonly exporterKey: string;
  readonly generation: number;
}

/** A holder asking for one conversation; whether it is theirs is decided where it is stored. */
export interface Access extends Holder {
  readonly conversationKey: string;
}

/** An activity to keep, already cleaned. */
export interface Incoming {
  readonly activity: WireActivity;
  /** What the client will recognise its own activity by; posted twice, it is kept once. */
  readonly clientActivityId: string | null;
  /** Kept as the conversation's language unless one is known already. */
  readonly language: Language | null;
  /** Present when the exporter is too fast: it is kept and echoed, but no turn runs for it. */
  readonly tooFast?: TooFast;
}

/** What asks an exporter to slow down: said once, until something of theirs was in time again. */
export interface TooFast {
  readonly say: (language: Language) => WireActivity;
}

/** How much one answer may carry; a single activity is carried however large it is. */
export interface Portion {
  readonly activities: number;
  readonly characters: number;
}

/** Activities after a watermark, and the watermark after them. */
export interface ActivitySet {
  readonly activities: readonly WireActivity[];
  readonly watermark: number;
  /** True when there were more than one answer may carry: ask again at once. */
  readonly hasMore: boolean;
}

/**
 * What the web channel needs kept. Storage fulfils it.
 *
 * Every method that takes an {@link Access} or a {@link Holder} refuses (null or
 * false) when the tokens of that generation were revoked, when the conversation is
 * unknown, and when it belongs to somebody else: the three look alike from outside.
 */
export interface WebTalks {
  /** Makes a new exporter, of generation 1. */
  enrol(exporter: { exporterKey: string; resumeHash: Buffer; now: Date }): Promise<Holder>;
  findReturning(resumeHash: Buffer, now: Date): Promise<Holder | null>;
  isWelcome(holder: Holder): Promise<boolean>;
  /** Makes all tokens and the resume secret of an exporter worthless, at once and in every process. */
  revoke(exporterKey: string): Promise<void>;

  /** The wanted conversation if it is the exporter's, otherwise the one begun last, otherwise null. */
  findConversation(exporterKey: string, wanted: string | null): Promise<string | null>;
  /** Begins a conversation; `update` reaches the bot, never the exporter. */
  begin(access: Access, update: WireActivity, language: Language | null, now: Date): Promise<boolean>;

  /** Keeps an incoming activity for good and answers the id it now has. */
  keep(access: Access, incoming: Incoming, now: Date): Promise<{ id: string } | null>;
  /** What the exporter may see after a watermark; 0, or a watermark never given out, means from the start. */
  readSince(access: Access, watermark: number, portion: Portion): Promise<ActivitySet | null>;

  /** Keeps a ticket for one stream. */
  keepTicket(access: Access, ticketHash: Buffer, expiresAt: Date): Promise<boolean>;
  /** Redeems a ticket; the second time gives null. */
  takeTicket(ticketHash: Buffer, now: Date): Promise<Access | null>;
}

/**
 * Word from process to process, over the database; storage's own announcements fit.
 *
 * Storage announces {@link ACTIVITIES_TOPIC} by itself, in the transaction that keeps them.
 */
export interface Announcements {
  announce(topic: string, payload: string): Promise<void>;
  /** @returns a function that ends the listening */
  listen(topic: string, hear: (payload: string) => void): () => void;
  /** False while word may be lost; the streams then look by themselves, once a second. */
  isListening(): boolean;
}

/** Payload: the key of a conversation in which something new can be read. */
export const ACTIVITIES_TOPIC = 'activities';

/** Payload: JSON of a {@link PassingActivity}. */
export const PASSING_TOPIC = 'passing_activity';

/** Something to show now or never, such as typing; it is not kept and has no place in the order. */
export interface PassingActivity {
  readonly conversationKey: string;
  readonly activity: WireActivity;
}
