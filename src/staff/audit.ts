/** One act of a member of staff, or of the operator on the terminal. */
export interface AuditEntry {
  readonly at: Date;
  /** Account id; null for the terminal and for those who were not let in. */
  readonly actorId: string | null;
  readonly actorName: string;
  /** The act of the contract or the command: `publish-knowledge`, `sign-in`. */
  readonly act: string;
  /** What it was done to: `entries/ska-terlambat`. Empty when there is nothing of the kind. */
  readonly subject: string;
  readonly outcome: 'done' | 'refused';
  /** What else matters later; no personal data of exporters, no secrets. */
  readonly details: Readonly<Record<string, unknown>>;
}

/** What is looked for in the audit log. */
export interface AuditSearch {
  readonly actorId?: string | undefined;
  readonly act?: string | undefined;
  /** Part of a name, an act or a subject. */
  readonly words?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The log of all acts: written to and read, never changed. Storage fulfils it, and the database refuses changes. */
export interface AuditLog {
  write(entry: AuditEntry): Promise<void>;
  search(search: AuditSearch): Promise<{ readonly entries: readonly AuditEntry[]; readonly total: number }>;
}
