/** A row of a file, as it is compared. */
export interface FileRow {
  readonly table: string;
  readonly key: string;
  readonly value: unknown;
  /** SHA-256 of the content; the order of fields does not count. */
  readonly hash: string;
}

/** What the store knows of a row. */
export interface StoredRow {
  /** The file's content when it was merged last; null for a row that never was in a file. */
  readonly fileHash: string | null;
  /** Who made the revision that is live. */
  readonly liveOrigin: Origin;
  /** False when the row was retired. */
  readonly isLive: boolean;
  /** The content that is live. */
  readonly liveHash: string | null;
}

/** Where a revision comes from. */
export type Origin = 'file' | 'staff' | 'import';

/** What merging does with one row. */
export type MergeStep = 'nothing' | 'add' | 'revise' | 'retire' | 'propose' | 'note';

/**
 * Merges one row of the files into the store.
 *
 * Unchanged since the last merge: nothing. Changed in the file and untouched by staff: a new revision. Changed on
 * both sides: staff's stays live and the file's waits as a proposal. Both sides came to the same: only noted.
 * Nothing that staff wrote is ever lost to an upgrade.
 */
export function mergeRow(file: FileRow | undefined, stored: StoredRow | undefined): MergeStep {
  if (!stored) return file ? 'add' : 'nothing';
  if (!file) return removed(stored);
  if (file.hash === stored.fileHash) return 'nothing';
  if (file.hash === stored.liveHash) return 'note';
  return stored.liveOrigin === 'file' ? 'revise' : 'propose';
}

/** Taken out of the files: retired unless staff made it or worked on it. */
function removed({ fileHash, liveOrigin, isLive }: StoredRow): MergeStep {
  return fileHash !== null && liveOrigin === 'file' && isLive ? 'retire' : 'nothing';
}
