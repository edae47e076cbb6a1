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

/** Whose acts the log holds: staff's from every room, and those of others on cases. */
export const AUDIT_ACTORS = ['staff', 'liaison', 'exporter', 'system'] as const;
export type AuditActor = (typeof AUDIT_ACTORS)[number];

/** An entry as it is found. Of the cases room, acts are called as it calls them: `case.looked-at`, `talk.held`. */
export interface FoundEntry extends AuditEntry {
  readonly actorKind: AuditActor;
}

/** What is looked for in the audit log. */
export interface AuditSearch {
  readonly actorId?: string | undefined;
  /** Left out: anybody's. */
  readonly by?: readonly AuditActor[] | undefined;
  readonly act?: string | undefined;
  /** Part of a name, an act or a subject. */
  readonly words?: string | undefined;
  readonly from?: Date | undefined;
  readonly until?: Date | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** The log of all acts, that of the cases room too: written to and read, never changed. Storage fulfils it, and the database refuses changes. */
export interface AuditLog {
  write(entry: AuditEntry): Promise<void>;
  search(search: AuditSearch): Promise<{ readonly entries: readonly FoundEntry[]; readonly total: number }>;
}
