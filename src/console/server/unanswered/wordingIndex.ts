import type { Entry } from '../../../knowledge/index.ts';
import { plainWords } from './plainWords.ts';

/** Says which entry a wording leads to, if it is one of its phrasings word for word. */
export function wordingIndex(
  entries: Iterable<Pick<Entry, 'id' | 'phrasings'>>,
): (wording: string) => string | undefined {
  const index = new Map<string, string>();
  for (const { id, phrasings } of entries)
    for (const phrasing of [...phrasings.id, ...phrasings.en]) index.set(plainWords(phrasing), id);
  return (wording) => index.get(plainWords(wording));
}
