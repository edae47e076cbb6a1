import type { KnowledgeStore } from '../../../knowledge/index.ts';
import type { Desk } from '../desk.ts';
import type { DraftStore } from './draftStore.ts';
import type { LiveRows } from './liveRows.ts';
import type { QuestionStore } from './questionStore.ts';
import type { Trial } from './trial.ts';

/** What work on the knowledge takes. */
export interface Bench {
  readonly desk: Desk;
  readonly store: KnowledgeStore;
  readonly drafts: DraftStore;
  readonly questions: QuestionStore;
  readonly trial: Trial;
  readonly live: () => Promise<LiveRows>;
}
