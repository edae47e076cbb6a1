import type { Knowledge, KnowledgeStore, Localised } from '../../../knowledge/index.ts';
import type { DraftStore } from '../knowledge/draftStore.ts';
import type { UnansweredStore } from './unansweredStore.ts';
import { wordingIndex } from './wordingIndex.ts';

/** What work on unanswered questions takes. */
export interface UnansweredBench {
  readonly unanswered: UnansweredStore;
  readonly store: KnowledgeStore;
  readonly drafts: DraftStore;
  readonly clock: () => Date;
  /** Entries by their ids with their titles; those that are gone are left out. */
  readonly namesOf: (ids: readonly string[]) => { key: string; title: Localised }[];
  readonly allNames: () => { key: string; title: Localised }[];
  /** The entry that has this wording among its phrasings. */
  readonly entryOf: (wording: string) => string | undefined;
}

/** Names entries as the latest publish does. */
export function namesIn(knowledge: () => Knowledge): Pick<UnansweredBench, 'namesOf' | 'allNames' | 'entryOf'> {
  let [known, entryOf] = [knowledge(), wordingIndex(knowledge().entries.values())];
  return {
    entryOf(wording) {
      if (known !== knowledge()) [known, entryOf] = [knowledge(), wordingIndex(knowledge().entries.values())];
      return entryOf(wording);
    },
    namesOf: (ids) =>
      ids.flatMap((key) => {
        const entry = knowledge().entries.get(key);
        return entry ? [{ key, title: entry.title }] : [];
      }),
    allNames: () => [...knowledge().entries.values()].map(({ id, title }) => ({ key: id, title })),
  };
}
