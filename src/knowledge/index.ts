/**
 * @module What the centre knows: entries with their phrasings and answers, and the tables of agreements,
 * destinations, products, regulations, liaisons and programmes. Reads and checks the files of `knowledge/`,
 * resolves references between rows and says what holds on a day. Opened by the rooms that answer; opens none.
 */
export { assembleKnowledge, type TableRow } from './assembleKnowledge.ts';
export { checkKnowledge } from './checkKnowledge.ts';
export { type CheckedRow, checkRow, keyOfRow, type RowFault, TABLE_NAMES } from './checkRow.ts';
export { checkRows } from './checkRows.ts';
export { contentHash } from './contentHash.ts';
export { corpusOf } from './corpus.ts';
export { fileRowsOf } from './fileRows.ts';
export { FINDING_CODES, type FindingCode } from './findings.ts';
export { type Entry, isCurated, type Knowledge, type TalkClass } from './knowledge.ts';
export {
  type Decide,
  type KnowledgeStore,
  type LiveKnowledge,
  type LiveRow,
  type MergeReport,
  type Proposal,
  PUBLISHED_TOPIC,
  type PublishedBy,
  type PublishOutcome,
  type Revision,
  type RowChange,
} from './knowledgeStore.ts';
export { type LoadedKnowledge, loadKnowledge } from './loadKnowledge.ts';
export { type FileRow, type MergeStep, mergeRow, type Origin, type StoredRow } from './mergeRow.ts';
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
