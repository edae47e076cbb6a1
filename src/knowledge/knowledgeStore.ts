import type { FileRow, MergeStep, Origin, StoredRow } from './mergeRow.ts';

/** A row as it is published now. */
export interface LiveRow {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
  /** Counts up from 1 within the row. */
  readonly revision: number;
}

/** All rows that are live, and the number of the publish they come from. */
export interface LiveKnowledge {
  readonly rows: readonly LiveRow[];
  readonly version: number;
}

/** How many rows the files changed. */
export interface MergeReport {
  readonly added: number;
  readonly revised: number;
  readonly retired: number;
  /** Waiting for staff: both sides had changed. */
  readonly proposed: number;
}

/** One change of a publish. */
export interface RowChange {
  readonly table: string;
  readonly key: string;
  /** The new content, checked; null retires the row. */
  readonly value: unknown;
  /** `contentHash` of the value; null with it. */
  readonly hash: string | null;
  /** The live revision the change was made on; 0 for a new row. Anything else on record refuses the publish. */
  readonly baseRevision: number;
  /**
   * What was wrong with the revision before, in words for staff: exporters who got it will be told. Absent: nobody has
   * to hear of the change.
   */
  readonly material?: string | null;
}

/** Who publishes, and why. */
export interface PublishedBy {
  readonly author: string;
  readonly reason: string;
  readonly origin: Origin;
}

/** Published as `version`, or refused because somebody else was faster: those rows have moved on. */
export type PublishOutcome =
  | { readonly kind: 'published'; readonly version: number }
  | { readonly kind: 'conflict'; readonly rows: readonly { readonly table: string; readonly key: string }[] };

/** What becomes of one row when files are merged. */
export type Decide = (file: FileRow | undefined, stored: StoredRow | undefined) => MergeStep;

/** One revision of a row. */
export interface Revision {
  readonly revision: number;
  readonly value: unknown;
  readonly author: string;
  readonly reason: string;
  readonly origin: Origin;
  readonly publishedAt: Date;
}

/** A change of the files that waits because staff had changed the row as well. */
export interface Proposal {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
  readonly proposedAt: Date;
}

/**
 * Where the knowledge is kept once the centre runs. Storage fulfils it.
 *
 * Every publish is one transaction and is announced to all processes on the topic {@link PUBLISHED_TOPIC}.
 */
export interface KnowledgeStore {
  /**
   * Merges the files in; processes that start together wait for each other.
   *
   * @param decide says for each row what becomes of it: `mergeRow`
   */
  mergeFiles(rows: readonly FileRow[], decide: Decide, now: Date): Promise<MergeReport>;
  readLive(): Promise<LiveKnowledge>;
  readVersion(): Promise<number>;
  /** Rows that were retired, with what they said last; `revision` is the one that retired them. */
  readRetired(): Promise<LiveRow[]>;
  publish(changes: readonly RowChange[], by: PublishedBy, now: Date): Promise<PublishOutcome>;
  /** Every revision of a row, the newest first. */
  readHistory(table: string, key: string): Promise<Revision[]>;
  readProposals(): Promise<Proposal[]>;
  /** Takes a proposal off the list; accepting it is a publish of its value. */
  settleProposal(table: string, key: string): Promise<void>;
}

/** Payload: the version that was published. */
export const PUBLISHED_TOPIC = 'knowledge_published';
