import type { Revision } from '../../../knowledge/index.ts';

interface Answered {
  readonly answer?: { readonly id?: unknown; readonly en?: unknown };
}

/**
 * The language whose words have not been touched since the other's were; null while both changed together.
 *
 * @param history newest first
 * @param draft what is being written, newer than all of it
 */
export function staleLanguage(history: readonly Revision[], draft: unknown): 'id' | 'en' | null {
  const values = [...(draft ? [draft] : []), ...history.map(({ value }) => value)] as (Answered | null)[];
  const [id, en] = [stepsUnchanged(values, 'id'), stepsUnchanged(values, 'en')];
  if (id === en) return null;
  return id > en ? 'id' : 'en';
}

/** How many steps back the words of a language were written. */
function stepsUnchanged(values: readonly (Answered | null)[], language: 'id' | 'en'): number {
  const words = values.map((value) => JSON.stringify(value?.answer?.[language] ?? null));
  const changed = words.findIndex((word) => word !== words[0]);
  return changed === -1 ? words.length : changed;
}
