/** The names Meta has for one person; at least one of the first two is there. */
export interface Names {
  /** Business-scoped: hers with us alone. Stays when she hides her number, changes with her number. */
  readonly userId?: string;
  readonly parentUserId?: string;
  /** Digits only. */
  readonly phone?: string;
  readonly username?: string;
}

/** One thing that Meta told us, as it is kept until it is worked on. */
export interface KeptEvent {
  /** The same event again has the same key. */
  readonly key: string;
  /** As it came, cleaned of what a database cannot keep. */
  readonly payload: unknown;
  /** Set for what is kept for people to look at, not to be worked on. */
  readonly parkedBecause?: string;
}

/** Steps of a message on its way, as Meta tells them. */
export type StatusName = 'sent' | 'delivered' | 'read' | 'failed';

/** What an event means, ready to be acted on. */
export type Meaning =
  | Said
  /** She took back what she said. */
  | { readonly kind: 'revoked'; readonly who: Names; readonly wamid: string }
  /** Her number, or the id Meta knows her by, is another one now. */
  | { readonly kind: 'moved'; readonly from: Names; readonly to: Names }
  | StatusTold
  /** Nothing to do: a reaction, a group, something too old. */
  | { readonly kind: 'nothing' };

/** Something an exporter said or sent. */
export interface Said {
  readonly kind: 'said';
  readonly who: Names;
  readonly wamid: string;
  readonly at: Date;
  /** Type, text, value and attachments; who and where is added where it is kept. */
  readonly activity: Readonly<Record<string, unknown>>;
  /** The choice was too long for a button: which one of which activity it was. */
  readonly choice?: { readonly sequence: number; readonly index: number };
  /** The message whose words these replace. */
  readonly replaces?: string;
  /** No more than a sign that she is there: enough of an answer when something waits for her. */
  readonly isOpening: boolean;
}

/** What became of a message of ours. */
export interface StatusTold {
  readonly kind: 'status';
  readonly status: StatusName;
  readonly wamid: string;
  /** Our own key of the message, when Meta returns it. */
  readonly messageKey?: string;
  readonly at: Date;
  readonly failure?: Failure;
}

/**
 * Why a message failed, and what to do about it: send it `again`, keep it until she writes (`parked`: her 24 hours are
 * over), or give it up (`failed`).
 */
export interface Failure {
  readonly code: number;
  readonly next: 'again' | 'parked' | 'failed';
}
