/** A text that staff save for answering, in both languages. */
export interface Canned {
  readonly id: string;
  readonly title: string;
  readonly text: { readonly id: string; readonly en: string };
  /** Who wrote it last, by name. */
  readonly editedBy: string;
  readonly editedAt: Date;
  /** Counts its saves: who saves on an older one is told, and overwrites nothing. */
  readonly version: number;
}

/** Saved as `version`; or somebody was faster: what stands there, null when it is gone. */
export type CannedSaved =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'conflict'; readonly current: Canned | null };

/** Keeps saved texts. Storage fulfils it. */
export interface CannedStore {
  /** By title, at most so many as may be kept. */
  list(): Promise<Canned[]>;
  /** @param version the one that was read; 0 for a new one */
  save(canned: Omit<Canned, 'version'>, version: number): Promise<CannedSaved>;
  remove(id: string, version: number): Promise<boolean>;
}
