/** A mail as the rooms hand it over. */
export interface MailToSend {
  /** Names the mail for good: letters, digits and hyphens. */
  readonly key: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Mails with the same thread stand together in a mail program. */
  readonly thread: string;
}

/** `isFinal`: trying again would not help. The fault names no address. */
export type MailOutcome =
  | { readonly kind: 'sent' }
  | { readonly kind: 'failed'; readonly fault: string; readonly isFinal: boolean };

/** Sends mail. */
export interface Mailer {
  send(mail: MailToSend): Promise<MailOutcome>;
  /** Takes away the files of mails, where mails are files. What a server has sent cannot be called back. */
  forget(keys: readonly string[]): Promise<void>;
  close(): void;
}
