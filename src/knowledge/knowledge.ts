import type {
  Agreement,
  ComposedEntry,
  CuratedEntry,
  Destination,
  Liaison,
  Product,
  Programme,
  Regulation,
  Route,
  SourceDocument,
  Spelling,
  Term,
} from './schema.ts';

/** A question the centre can answer: with written words, or composed from a table row. */
export type Entry = CuratedEntry | ComposedEntry;

/** Small talk: greetings, thanks, asking for a person, talk about other things. Its words live in the locales. */
export interface TalkClass {
  readonly id: string;
  readonly phrasings: { readonly id: readonly string[]; readonly en: readonly string[] };
}

/** Everything the centre knows, read and checked, by key. Never changed in place: a publish makes a new one. */
export interface Knowledge {
  readonly entries: ReadonlyMap<string, Entry>;
  readonly agreements: ReadonlyMap<string, Agreement>;
  readonly destinations: ReadonlyMap<string, Destination>;
  readonly products: ReadonlyMap<string, Product>;
  readonly regulations: ReadonlyMap<string, Regulation>;
  readonly documents: ReadonlyMap<string, SourceDocument>;
  readonly liaisons: ReadonlyMap<string, Liaison>;
  readonly programmes: ReadonlyMap<string, Programme>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly routes: readonly Route[];
  readonly spellings: readonly Spelling[];
  readonly talk: readonly TalkClass[];
  /** Hash of all content: the same knowledge has the same hash on every machine. */
  readonly hash: string;
}

/** Whether the entry carries its own written answer. */
export function isCurated(entry: Entry): entry is CuratedEntry {
  return 'answer' in entry;
}
