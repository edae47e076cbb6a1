import type { ListedTalk, TalkLine, TalkTurn } from '../../contract/talks.ts';

/** Which talks are wanted. */
export interface TalkFilter {
  readonly owner?: 'bot' | 'staff' | 'unit' | undefined;
  readonly channel?: 'web' | 'whatsapp' | 'bot-service' | undefined;
  /** Part of a question. */
  readonly words?: string | undefined;
  readonly limit: number;
  readonly offset: number;
}

/** A talk whole. */
export interface TalkFile {
  readonly talk: ListedTalk;
  readonly about: { readonly kind: string; readonly rows: readonly string[] }[];
  readonly lines: readonly TalkLine[];
  readonly turns: readonly TalkTurn[];
}

/** Reads talks for staff. Storage fulfils it. */
export interface TalkReader {
  list(filter: TalkFilter): Promise<{ readonly talks: ListedTalk[]; readonly total: number }>;
  read(key: string): Promise<TalkFile | null>;
}
