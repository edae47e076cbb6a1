import type { Language } from '../types.ts';
import { INDONESIAN_SPELLINGS } from './chatSpellings.ts';
import { ENGLISH_WORDS, INDONESIAN_WORDS, JAVANESE_WORDS } from './commonWords.ts';
import { stemIndonesian } from './stem.ts';
import { fold } from './tokenise.ts';
import { ENGLISH_TRADE_WORDS, INDONESIAN_TRADE_WORDS, TRAVELLING_TERMS } from './tradeWords.ts';

/** Evidence needed to leave the language of the talk so far: one plain word is not enough, two are. */
const HYSTERESIS = 0.75;
/** The centre speaks Indonesian first. */
const FIRST_LEAN = 0.1;

/** Indonesians mix English trade terms into their sentences, the English never mix in Indonesian words. */
const INDONESIAN_WORD = 1.5;
const INDONESIAN_FORM = 1.2;
const ENGLISH_JOINT = 1.2;
const ENGLISH_WORD = 0.55;
const SHAPE = 0.4;
/** A trade term in English among Indonesian words. */
const MIXED_IN = 0.2;
/** A capital within a sentence begins a name or a title, in whatever language. */
const WITHIN_NAME = 0.3;

/** English words that hold sentences together. Trade terms and nouns travel; these do not. */
const ENGLISH_JOINTS = new Set(
  `a an the is are was were be been am i im ive my me we our us you your he she it its they them their this that these those what whats which who whom whose where
when why how do does did dont doesnt didnt cant can could will would should shall may might must have has had of to for with from by about into at on in and or but
if not no there here please need want help get give tell show let make find know think going any some much many because than then so`.split(
    /\s+/,
  ),
);
/** Also Indonesian, or typed in both: they tell nothing. */
const SHARED = new Set(
  'no ok oke okay hi halo in on at a an i min by per pun so or via test tes p form ship code website center call email online'.split(
    ' ',
  ),
);

/**
 * The language of a message. Javanese counts as Indonesian.
 *
 * Short messages lean on the talk so far: "ok" or "PEB?" in an English talk stays English.
 *
 * @example
 * detectLanguage('form d', 'en') // 'en'
 * detectLanguage('gmn cara bikin ska', 'en') // 'id'
 */
export function detectLanguage(text: string, previous?: Language): Language {
  const lean = previous === 'en' ? HYSTERESIS : previous === 'id' ? -HYSTERESIS : -FIRST_LEAN;
  return weighWords(text) + lean > 0 ? 'en' : 'id';
}

/** Above zero for English, below for Indonesian. */
function weighWords(text: string): number {
  const plain = text.replace(TRAVELLING, (term) => ` ${TERM}${term.length} `);
  const words = plain.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu) ?? [];
  const isShouted = !/\p{Ll}/u.test(text);
  const weights = words.map((word, at) => {
    if (!isShouted && ACRONYM.test(word)) return 0;
    const isName = at > 0 && !isShouted && /^\p{Lu}/u.test(word) && !/^\p{Lu}+$/u.test(word);
    return evidenceOf(fold(word), words.length) * (isName ? WITHIN_NAME : 1);
  });
  const isMixed = weights.some((weight) => weight <= -INDONESIAN_FORM);
  const terms = words.filter((word) => isTradeTerm(fold(word))).length * (isMixed ? MIXED_IN : ENGLISH_WORD);
  return weights.reduce((sum, weight) => sum + weight, terms);
}

/** "IA" is an agreement, "ia" is Indonesian for he. */
const ACRONYM = /^\p{Lu}{2,5}$/u;

/** Stands for a term of several words while the words are weighed. */
const TERM = '0term';
const TRAVELLING = new RegExp(`\\b(?:${TRAVELLING_TERMS.join('|')})\\b`, 'gi');

function isTradeTerm(word: string): boolean {
  return word.startsWith(TERM) || (ENGLISH_TRADE_WORDS.has(word) && !ENGLISH_WORDS.has(word));
}

function evidenceOf(word: string, wordCount: number): number {
  const indonesian =
    INDONESIAN_WORDS.has(word) ||
    JAVANESE_WORDS.has(word) ||
    INDONESIAN_SPELLINGS.has(word) ||
    INDONESIAN_TRADE_WORDS.has(word);
  const english = ENGLISH_WORDS.has(word);
  if (word === 'no') return wordCount === 1 ? ENGLISH_WORD : 0;
  if (word === 'form') return 0;
  if (SHARED.has(word) && (wordCount <= 3 || (english && indonesian))) return 0;
  if (ENGLISH_JOINTS.has(word) && (!indonesian || (word === 'to' && wordCount > 2))) return ENGLISH_JOINT;
  if (isTradeTerm(word)) return 0;
  if (indonesian) return english ? 0 : -INDONESIAN_WORD;
  if (english) return ENGLISH_WORD;
  return INDONESIAN_WORDS.has(stemIndonesian(word)) ? -INDONESIAN_FORM : shapeOf(word);
}

const ENGLISH_SHAPE = /(?:tion|ing|ment|ght|ck|th|wh|sh|ee|oo|ly|ous|x|qu|ed|ship)/;
const INDONESIAN_SHAPE = /^(?:me[mn]|pe[mn]|ber|ter|di|ke)[a-z]{3}|(?:nya|kan|kah|ang|an|i)$/;

function shapeOf(word: string): number {
  if (/\d/.test(word)) return 0;
  return (ENGLISH_SHAPE.test(word) ? SHAPE : 0) - (INDONESIAN_SHAPE.test(word) ? SHAPE : 0);
}
