import type { UnknownName } from '../types.ts';
import type { Token } from '../words/tokenise.ts';

/** Words after which a name of a kind must stand. */
const CUES: ReadonlyMap<string, UnknownName['kind']> = new Map([
  ['form', 'agreement'],
  ['itpc', 'destination'],
  ['atdag', 'destination'],
  ['fta', 'agreement'],
  ['cepa', 'agreement'],
]);

/** First version: a word after a cue that is neither a known name nor an ordinary word. */
export function findUnknownNames(
  tokens: readonly Token[],
  isName: (at: number) => boolean,
  isOrdinary: (word: string) => boolean,
): UnknownName[] {
  return tokens.flatMap((token, at): UnknownName[] => {
    const kind = CUES.get(tokens[at - 1]?.text ?? '');
    return kind && !isName(at) && !isOrdinary(token.text) ? [{ kind, text: token.text }] : [];
  });
}
