/**
 * @module What the centre knows: entries with their phrasings and answers, and the tables of agreements,
 * destinations, products, regulations, liaisons and programmes. Reads and checks the files of `knowledge/`,
 * resolves references between rows and says what holds on a day. Opened by the rooms that answer; opens none.
 */
export { checkKnowledge } from './checkKnowledge.ts';
export { corpusOf } from './corpus.ts';
export { type Entry, isCurated, type Knowledge, type TalkClass } from './knowledge.ts';
export { type LoadedKnowledge, loadKnowledge } from './loadKnowledge.ts';
export type { Finding } from './readFiles.ts';
export { resolveReferences } from './references.ts';
export {
  type Agreement,
  COMPOSITIONS,
  type ComposedEntry,
  type Composition,
  type CuratedEntry,
  type Destination,
  type Fact,
  type Liaison,
  type Localised,
  type Product,
  type Programme,
  type Regulation,
  SLOTS,
  type Slot,
  type SourceDocument,
  type Term,
} from './schema.ts';
export { answerOn, type Day, dayInWib, factsOn, holdsOn } from './validity.ts';
