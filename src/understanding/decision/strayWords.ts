import type { FeatureWord } from '../ranking/features.ts';
import type { Lexicon } from '../read.ts';
import type { Language } from '../types.ts';
import { ENGLISH_WORDS, INDONESIAN_WORDS } from '../words/commonWords.ts';
import { scatter } from './scatter.ts';

const SHORTEST_EXCHANGED = 4;
const EXCHANGE_ONE_IN = 2;

/**
 * Makes questions that stray from the subject: the shape of a phrasing, half of its longer words exchanged for everyday
 * words of its language that the knowledge never uses. Far-off questions cannot be had from the knowledge itself.
 */
export function createStrayer(
  lexicon: Lexicon,
): (words: readonly FeatureWord[], language: Language, salt: number) => FeatureWord[] {
  const unused = (words: ReadonlySet<string>) =>
    [...words].filter((word) => word.length >= SHORTEST_EXCHANGED && !lexicon.frequencies.has(word));
  const supplies = { id: unused(INDONESIAN_WORDS), en: unused(ENGLISH_WORDS) };
  return (words, language, salt) => {
    const supply = supplies[language];
    return words.map((word, at) => {
      const isExchanged = word.text.length >= SHORTEST_EXCHANGED && scatter(at, salt) % EXCHANGE_ONE_IN === 0;
      const text = supply[scatter(at, salt + 1) % Math.max(1, supply.length)];
      return isExchanged && text !== undefined ? { text } : word;
    });
  };
}
