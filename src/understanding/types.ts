import type { Slot } from '../knowledge/schema.ts';

/** The languages answers are written in. Javanese courtesy is understood and answered in Indonesian. */
export type Language = 'id' | 'en';

/** One way an exporter asks for an entry. Composed entries write `{destination}`, `{product}` … for a name of that kind. */
export interface Phrasing {
  readonly text: string;
  readonly language?: Language;
}

/** What the matcher needs to know of an entry. */
export interface CorpusEntry {
  readonly id: string;
  readonly phrasings: readonly Phrasing[];
  /** What a composed entry must be told before it can answer. */
  readonly slots?: readonly Slot[];
  readonly title?: string;
}

/** A row that questions name: a country, a product, an agreement with its forms, an office, a regulation … */
export interface NamedRow {
  readonly kind: Slot;
  readonly id: string;
  readonly names: readonly string[];
  /** Names that are also ordinary words; they count only in company. */
  readonly ambiguous?: readonly string[];
  /** The row of its kind that it belongs to: a country's union. What holds for the one may hold for the other. */
  readonly within?: string;
  /** It is known to exist, and nothing else is: a question that names it is not answered. */
  readonly isUncovered?: true;
}

/** Words that mean the same: a term of the glossary with its variants. */
export interface SynonymGroup {
  readonly id: string;
  readonly variants: readonly string[];
  readonly ambiguous: readonly string[];
}

/** A plain word and how it is typed in chats and in the regions. */
export interface SpellingGroup {
  readonly word: string;
  readonly spellings: readonly string[];
}

/** Everything the matcher learns from; nothing else reaches it. */
export interface Corpus {
  readonly entries: readonly CorpusEntry[];
  readonly names: readonly NamedRow[];
  readonly synonyms: readonly SynonymGroup[];
  readonly spellings: readonly SpellingGroup[];
}

/** Why a word was read as another one. */
export type CorrectionReason = 'spelling' | 'synonym' | 'affix' | 'typo' | 'repeat';

/** A word as typed, and the word it was read as. */
export interface Correction {
  readonly from: string;
  readonly to: string;
  readonly reason: CorrectionReason;
}

/** A known name in the question. `start` and `end` count characters of the text as typed. */
export interface EntityMention {
  readonly kind: Slot;
  readonly id: string;
  readonly text: string;
  /** False when the name was mistyped and mended. */
  readonly exact: boolean;
  /** 1 for an exact name, less for a mended one. */
  readonly score: number;
  readonly start: number;
  readonly end: number;
}

/** A word standing where a name must stand, and no name we know: "form z", "FTA Indonesia-Wakanda". */
export interface UnknownName {
  readonly kind: Slot | 'name';
  readonly text: string;
  /** It exists, and the knowledge has nothing on it; otherwise it may as well be mistyped. */
  readonly isUncovered?: true;
}

/** An entry that may answer. `confidence` is the calibrated probability that it is the right one. */
export interface Candidate {
  readonly id: string;
  readonly confidence: number;
  /** What the confidence was made of, for `--explain`. */
  readonly parts: Readonly<Record<string, number>>;
}

/**
 * What to do with a question.
 *
 * `follow-up`: only a name with words like "kalau ke …?", "how about …": the talk before it says what is asked.
 * `unresolved` says why: `far` (nothing like it in the knowledge), `near` (something like it, not it),
 * `unknown-name` (asks about a name we do not know: a neighbour's facts would be wrong), `empty` (no words).
 */
export type Decision =
  | { readonly kind: 'answer'; readonly id: string }
  | { readonly kind: 'clarify'; readonly ids: readonly string[] }
  | { readonly kind: 'follow-up' }
  | { readonly kind: 'unresolved'; readonly reason: UnresolvedReason };
export type UnresolvedReason = 'far' | 'near' | 'unknown-name' | 'empty';

/** How one question was read, ranked and decided. Kept with each turn, shown by `--explain`. */
export interface Understanding {
  readonly language: Language;
  /** Normalised words, names in place. */
  readonly words: readonly string[];
  readonly corrections: readonly Correction[];
  readonly entities: readonly EntityMention[];
  readonly unknownNames: readonly UnknownName[];
  /** Words that neither the knowledge nor everyday language has, and that are near none of them: often goods we know nothing of. */
  readonly strangeWords: readonly string[];
  /** Best first, at most ten. */
  readonly candidates: readonly Candidate[];
  /** The probability that the knowledge has an answer to this at all. */
  readonly inScope: number;
  readonly decision: Decision;
}

/** What the talk so far knows: its language and the names remembered. */
export interface TalkContext {
  readonly language?: Language;
  readonly slots?: Readonly<Partial<Record<Slot, string>>>;
}
