import type { Slot } from '../../knowledge/schema.ts';
import { findPhrases } from '../words/phraseIndex.ts';
import type { Token } from '../words/tokenise.ts';
import type { Name, NameIndex } from './nameIndex.ts';

/** A name found in the tokens `from` … `to` (exclusive). */
export interface FoundName {
  readonly kind: Slot;
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly exact: boolean;
  readonly score: number;
  /** It exists, and nothing of it is known. */
  readonly isUncovered?: true;
}

/**
 * Finds known names, longest first, left to right, whole words only; one row of each kind.
 * A name that is also an ordinary word counts when another name stands in the text.
 */
export function findExactNames(index: NameIndex, tokens: readonly Token[]): FoundName[] {
  const found = findPhrases(index.phrases, tokens);
  const hasCompany = found.some(({ values }) => values.some(({ isAmbiguous }) => !isAmbiguous));
  return found.flatMap(({ from, to, values }) =>
    oneOfEachKind(values)
      .filter(({ isAmbiguous }) => hasCompany || !isAmbiguous)
      .map(
        ({ kind, id, isUncovered }): FoundName => ({
          ...{ kind, id, from, to, exact: true, score: 1 },
          ...(isUncovered && { isUncovered }),
        }),
      ),
  );
}

/** "SVLK" may be a programme and a term; of two rows of one kind the first given stands. */
function oneOfEachKind(names: readonly Name[]): Name[] {
  const kinds = new Set<Slot>();
  return names.filter(({ kind }) => !kinds.has(kind) && kinds.add(kind));
}
