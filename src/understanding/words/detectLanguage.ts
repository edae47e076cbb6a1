import type { Language } from '../types.ts';
import { INDONESIAN_SPELLINGS } from './chatSpellings.ts';
import { ENGLISH_WORDS, INDONESIAN_WORDS, JAVANESE_WORDS } from './commonWords.ts';
import { tokenise } from './tokenise.ts';

/** Evidence needed to leave the language of the talk so far. */
const HYSTERESIS = 0.8;

/**
 * The language of a message. Javanese counts as Indonesian.
 *
 * Short messages lean on the talk so far: "ok" or "PEB?" in an English talk stays English.
 */
export function detectLanguage(text: string, previous?: Language): Language {
  const evidence = tokenise(text).reduce((sum, { text: word }) => sum + evidenceOf(word), 0);
  const lean = previous === 'en' ? HYSTERESIS : previous === 'id' ? -HYSTERESIS : -0.1;
  return evidence + lean > 0 ? 'en' : 'id';
}

/** Above zero for English, below for Indonesian. */
function evidenceOf(word: string): number {
  const english = ENGLISH_WORDS.has(word);
  const indonesian = INDONESIAN_WORDS.has(word) || JAVANESE_WORDS.has(word) || INDONESIAN_SPELLINGS.has(word);
  if (english === indonesian) return english ? 0 : shapeOf(word);
  return english ? 1 : -1;
}

const ENGLISH_SHAPE = /(?:tion|ing|ment|ght|ck|th|wh|sh|ee|oo|ly|ous|x|qu|ed|ship)/;
const INDONESIAN_SHAPE = /^(?:me[mn]|pe[mn]|ber|ter|di|ke)[a-z]{3}|(?:nya|kan|kah|an|i)$/;

function shapeOf(word: string): number {
  return (ENGLISH_SHAPE.test(word) ? 0.4 : 0) - (INDONESIAN_SHAPE.test(word) ? 0.4 : 0);
}
