import { detectLanguage } from '../words/detectLanguage.ts';
import type { Token } from '../words/tokenise.ts';
import type { FoundName } from './findNames.ts';

/**
 * Two products said as one thing name the thing, not what it is made of: "leather sandals" are sandals and "sandal kulit"
 * are sandals. English says the thing last, Indonesian first.
 */
export function oneOfJoined(names: readonly FoundName[], tokens: readonly Token[]): FoundName[] {
  const isMaterial = (name: FoundName, at: number) => {
    const [before, after] = [names[at - 1], names[at + 1]];
    return (
      (after !== undefined && areOne(name, after, tokens) && isEnglish(name, after, tokens)) ||
      (before !== undefined && areOne(before, name, tokens) && !isEnglish(before, name, tokens))
    );
  };
  return names.filter((name, at) => !isMaterial(name, at));
}

/** One space apart: a comma, "dan" or "and" between them makes two things of them. */
function areOne(first: FoundName, second: FoundName, tokens: readonly Token[]): boolean {
  const gap = (tokens[second.from]?.start ?? 0) - (tokens[first.to - 1]?.end ?? 0);
  return first.kind === 'product' && second.kind === 'product' && second.from === first.to && gap === 1;
}

function isEnglish(first: FoundName, second: FoundName, tokens: readonly Token[]): boolean {
  const words = tokens.slice(first.from, second.to).map(({ text }) => text);
  return detectLanguage(words.join(' ')) === 'en';
}
