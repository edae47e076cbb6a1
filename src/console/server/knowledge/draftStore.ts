/** What becomes of a draft: written, waiting for a second person, or approved and waiting for its time. */
export type DraftState = 'draft' | 'in-review' | 'scheduled';

/** What staff work on before it is published; one a row of the knowledge, continued by whoever opens it. */
export interface Draft {
  readonly table: string;
  readonly key: string;
  /** Null: it retires the row. */
  readonly value: unknown;
  /** The live revision it was begun on; 0 for a new row. */
  readonly baseRevision: number;
  /** Counts its saves: who saves on an older one is told, and overwrites nothing. */
  readonly version: number;
  readonly state: DraftState;
  /** From who sends it to review, or sends it back. */
  readonly note: string;
  /** Exporters who read what it corrects may have acted wrongly. */
  readonly isMaterial: boolean;
  /** Account ids. */
  readonly editedBy: string;
  readonly editedAt: Date;
  readonly approvedBy: string | null;
  readonly reason: string | null;
  readonly publishAt: Date | null;
  /** What was wrong before, for a correction that exporters have to hear of; approved together with it. */
  readonly material?: string | null;
  /** Those of one import share it, and are reviewed and published together. */
  readonly bundle?: string | null;
}

/** Saved as `version`, or somebody else was faster: what stands there now, null when it is gone. */
export type Saved =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'conflict'; readonly draft: Draft | null };

/** Keeps drafts. Storage fulfils it. */
export interface DraftStore {
  list(): Promise<Draft[]>;
  find(table: string, key: string): Promise<Draft | null>;
  /** @param version the one that was read; 0 when there was no draft */
  save(draft: Omit<Draft, 'version'>, version: number): Promise<Saved>;
  /**
   * Saves new drafts, all or none.
   *
   * @returns the rows that have got a draft meanwhile; empty when all were saved
   */
  saveNew(
    drafts: readonly Omit<Draft, 'version'>[],
  ): Promise<readonly { readonly table: string; readonly key: string }[]>;
  listBundle(bundle: string): Promise<Draft[]>;
  /** How many drafts went with it. */
  removeBundle(bundle: string): Promise<number>;
  /** False when it has moved on or is gone. */
  remove(table: string, key: string, version: number): Promise<boolean>;
  /** Approved ones whose time has come. */
  findDue(now: Date): Promise<Draft[]>;
  /** Runs something in one process only; does nothing where another one is at it. */
  alone(run: () => Promise<void>): Promise<void>;
}
