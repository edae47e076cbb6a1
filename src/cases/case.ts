/** Where a case stands. `open`: with the FTA Center's own desk. */
export const CASE_STATES = ['open', 'with-liaison', 'waiting-for-exporter', 'answered', 'closed'] as const;
export type CaseState = (typeof CASE_STATES)[number];

/** The door by which a question became a case. */
export const CASE_DOORS = ['unsolved', 'not-helpful', 'person', 'stuck', 'fault'] as const;
export type CaseDoor = (typeof CASE_DOORS)[number];

export type CaseLanguage = 'id' | 'en';
export type CaseChannel = 'web' | 'whatsapp' | 'bot-service';

/** Who does something to a case. `name`: the staff account, or the unit's key; exporters and the system have none. */
export interface Actor {
  readonly kind: 'exporter' | 'staff' | 'liaison' | 'system';
  readonly name?: string;
}

/** One line of the talk, as officials may read it. */
export interface TranscriptLine {
  readonly by: 'exporter' | 'bot' | 'staff';
  readonly text: string;
  readonly at: string;
}

/** Everything in a case that says who asked, or is in her own words. Gone once her data is deleted. */
export interface Personal {
  readonly problem: string;
  /** Product and destination in her own words, where no row of the knowledge fits. */
  readonly goods?: string | undefined;
  /** Where the goods are now. */
  readonly place?: string | undefined;
  readonly since?: string | undefined;
  readonly perishable?: string | undefined;
  /** Company and kabupaten or city, as she wrote it. */
  readonly company?: string | undefined;
  readonly email?: string | undefined;
  readonly transcript: readonly TranscriptLine[];
}

/** What happens next without anybody asking: who owes what by when. */
export type DueFor = 'first-reply' | 'acceptance' | 'answer';

/** How a case ended. */
export const OUTCOMES = ['solved', 'not-solved', 'no-reaction', 'withdrawn', 'duplicate', 'out-of-scope'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What an exporter sold once her obstacle was gone, as she told it. */
export interface ExportValue {
  /** In whole units of the currency, more than nothing. */
  readonly amount: number;
  /** ISO 4217: `USD`. */
  readonly currency: string;
}

/** Why staff should look at a case. `not-told`: a message for the exporter could not be delivered. */
export type Attention = 'overdue' | 'mail-failed' | 'not-told';

/** What a case is about, by keys of the knowledge. */
export interface CaseAbout {
  readonly topic: string;
  readonly agreement: string | null;
  readonly product: string | null;
  readonly destination: string | null;
}

/** The part of a case that moves change. */
export interface CaseStanding {
  readonly state: CaseState;
  /** The unit that holds it; null: the centre's own desk. */
  readonly unit: string | null;
  readonly needsCoordination: boolean;
  readonly firstReplyAt: Date | null;
  readonly acceptedAt: Date | null;
  readonly answeredAt: Date | null;
  readonly closedAt: Date | null;
  readonly outcome: Outcome | null;
  /** Whether the obstacle itself is gone; null: nobody knows. */
  readonly isResolved: boolean | null;
  readonly exportValue: ExportValue | null;
  /** The case that it was merged into: whatever comes next happens there. */
  readonly mergedInto: string | null;
  /** The member of staff who looks after it: who did something in it first, or took it. */
  readonly handledBy: string | null;
  readonly isUrgent: boolean;
  /** Since when it waits for the exporter; the clock of the unit stands still meanwhile. */
  readonly waitingSince: Date | null;
  readonly dueAt: Date | null;
  readonly dueFor: DueFor | null;
  /** The date the exporter was told last. */
  readonly promisedAt: Date | null;
  /** Steps of the reminder ladder taken for the present deadline. */
  readonly reminders: number;
  /** When the deadline job looks at it next. */
  readonly nextCheckAt: Date | null;
  readonly attention: Attention | null;
}

/** One obstacle of one exporter, from the first word to the last. */
export interface Case extends CaseAbout, CaseStanding {
  /** `FTA-2026-00042`: she can read it out on the phone. */
  readonly number: string;
  readonly conversationKey: string | null;
  readonly exporterKey: string | null;
  readonly channel: CaseChannel;
  readonly language: CaseLanguage;
  readonly door: CaseDoor;
  readonly subject: string;
  /** She agreed that the unit may read it. */
  readonly isShared: boolean;
  /** Whom the competence table names, whether or not we hold an address. */
  readonly suggestedUnit: string;
  readonly personal: Personal | null;
  readonly openedAt: Date;
  /** Events so far. */
  readonly version: number;
  /** The last event that changes what people see: two who write at once see that they did. */
  readonly shownVersion: number;
  readonly erasedAt: Date | null;
}

/** One thing that happened to a case; past tense. */
export interface CaseEvent {
  readonly version: number;
  readonly kind: EventKind;
  readonly actor: Actor;
  /** The state after it. */
  readonly state: CaseState;
  /** In somebody's own words; gone once the data is deleted. */
  readonly words: string | null;
  readonly detail: EventDetail;
  readonly at: Date;
}

/** What of an event is no one's words: units, dates, outcomes. */
export interface EventDetail {
  readonly from?: string;
  readonly to?: string;
  readonly until?: string;
  readonly outcome?: Outcome;
  /** The number of the other case of a merge. */
  readonly other?: string;
  readonly step?: number;
}

export const EVENT_KINDS = [
  'case.opened',
  'case.accepted',
  'case.asked',
  'case.supplied',
  'case.passed-on',
  'case.postponed',
  'case.answered',
  'case.reopened',
  'case.closed',
  'case.noted',
  'case.taken',
  'case.merged',
  'case.absorbed',
  'case.reminded',
  'case.overdue',
  'case.erased',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
