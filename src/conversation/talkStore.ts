import type { TalkCases } from '../cases/index.ts';

/** The languages an exporter can be answered in. */
export type TalkLanguage = 'id' | 'en';

/** The way an exporter reaches the bot. */
export type TalkChannel = 'web' | 'whatsapp' | 'bot-service';

/** How a question was decided. `small-talk`: greetings, thanks, menu, a language switch and the like. */
export type DecisionKind = 'answer' | 'brief' | 'clarify' | 'unresolved' | 'small-talk';

/**
 * What is kept of one question, so that staff see what was asked, what was shown and why.
 *
 * A message with two questions gives two records: take `turnId` from the activity,
 * for example `${activity.id}.1` and `${activity.id}.2`. It must be unique in its
 * conversation only; it travels in the thumbs up and down buttons.
 */
export interface TurnRecord {
  readonly turnId: string;
  readonly question: string;
  readonly language: TalkLanguage;
  readonly decision: DecisionKind;
  /** The entry or table row that was shown; null when nothing was. */
  readonly entryId: string | null;
  /** Revision of that entry as shown; null for files that were never published. */
  readonly entryRevision: number | null;
  /** The check date shown beside the answer, `YYYY-MM-DD`. */
  readonly entryCheckedOn: string | null;
  /** The publish it was answered from: with it the revision of every row that was shown is known. */
  readonly knowledgeVersion: number | null;
  /** Between 0 and 1; null where nothing was ranked. */
  readonly confidence: number | null;
  /** How it was read, ranked and decided; must survive JSON. */
  readonly explanation: unknown;
  readonly answeredAt: Date;
}

/** A thumb of the exporter on one turn; a later thumb replaces the earlier one. */
export interface TurnFeedback {
  readonly turnId: string;
  readonly verdict: 'up' | 'down';
}

/** What became of a code: `own` is of this talk itself, `unknown` wrong or too old, `too-often` after five wrong ones. */
export type LinkOutcome = 'linked' | 'own' | 'unknown' | 'too-often';

/** Joins talks of one person by a code that is typed in the other one. */
export interface TalkLinks {
  /** Makes a code, good once and for fifteen minutes; an earlier one no longer counts. */
  makeCode(): Promise<string>;
  /** @param code eight letters and digits, capital, without a dash */
  redeem(code: string): Promise<LinkOutcome>;
}

/**
 * What the bot may keep while it takes one turn, bound to one conversation and one transaction.
 *
 * Everything written here is kept together with the replies, or not at all: when
 * the bot throws, nothing of the turn remains. No other turn of the same
 * conversation runs meanwhile, in this process or another. Do not use it after the
 * turn has ended.
 */
export interface TalkStore {
  readonly conversationKey: string;
  readonly exporterKey: string;
  readonly channel: TalkChannel;
  /** Who answers now. The bot stays silent unless it is `bot`, save for what it must say by itself. */
  readonly owner: 'bot' | 'staff' | 'unit';
  /** Her cases; they are kept together with the turn, like everything here. */
  readonly cases: TalkCases;
  /** Joins her talks on the web and on WhatsApp. */
  readonly links: TalkLinks;

  /** The conversation's state as it was last saved, or null on the first turn. The bot parses it. */
  load(): Promise<unknown>;

  /**
   * Keeps the conversation's state; it must survive JSON.
   *
   * @param language the exporter's language now; an apology for a failed turn is written in it
   */
  save(state: unknown, language?: TalkLanguage): Promise<void>;

  keepTurn(turn: TurnRecord): Promise<void>;

  /** Keeps a thumb. A turn of another conversation, or an unknown one, is ignored: buttons can be forged. */
  keepFeedback(feedback: TurnFeedback): Promise<void>;
}
