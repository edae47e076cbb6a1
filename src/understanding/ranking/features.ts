import { conceptOf } from '../words/concepts.ts';
import { stem } from '../words/stem.ts';
import { type FeatureCounts, FeatureTally } from './featureTally.ts';

/** A word as the ranker sees it. */
export interface FeatureWord {
  /** Empty where only a name's kind is known, as in the phrasing "form apa ke {destination}". */
  readonly text: string;
  /** `{destination}` when a name begins here: what was asked of any country holds for this one. */
  readonly mask?: string;
  /** The kind of a name that is also a topic of its own: `{unit}`, `{term}`. Counted beside the word, not in its place. */
  readonly shape?: string;
  /** True inside a name: the word itself says little about what is asked. */
  readonly isNamed?: boolean;
  /** The term of the glossary that begins here. */
  readonly term?: string;
  /** True for a word that belongs to a term begun before it. */
  readonly isInTerm?: boolean;
  /** True when neither the knowledge nor everyday language knows the word. */
  readonly isStrange?: boolean;
  /** What a mistyped word may stand for. */
  readonly mended?: readonly { readonly word: string; readonly weight: number }[];
}

/** The kinds of features, in order: words, neighbours, letters, ideas, pairs of ideas. Each is brought to its own length before they are joined. */
export const FEATURE_KINDS = ['words', 'neighbours', 'letters', 'ideas', 'ideaPairs'] as const;

const SHORTEST_NGRAM = 3;
const LONGEST_NGRAM = 4;
const SEAM = 5;
const TRIPLE_WEIGHT = 0.7;
const STRANGE_WEIGHT = 0.7;
/** A word without an idea stands for itself among the ideas, at half weight. */
export const PLAIN_IDEA_WEIGHT = 0.5;
/** Ideas further apart than this are seldom one question. */
const WIDEST_PAIR = 9;

/** Words that join others and say nothing alone. */
const JOINING = new Set(
  `a an the i my me we our is are was were be to of for in on at it this that you your do does did im am with and or if so has have had
yang di ke dari untuk dengan dan atau ini itu saya aku kami kita anda nya ya dong sih pak bu min pada dalam adalah se sebuah kah`.split(
    /\s+/,
  ),
);

/**
 * What of a question speaks for an entry.
 *
 * Words and their neighbours are exact; letter sequences survive typos and unknown endings; ideas join words that mean
 * the same, in either language, and their pairs, in any order, say what is asked of what.
 */
export function extractFeatures(words: readonly FeatureWord[]): FeatureCounts {
  for (const count of [countWords, countNeighbours, countLetters, countIdeas, countIdeaPairs]) {
    count(words);
    TALLY.endKind();
  }
  return TALLY.take();
}

const TALLY = new FeatureTally();

function countWords(words: readonly FeatureWord[]): void {
  for (const word of words) {
    if (word.mask) TALLY.add(word.mask, 1);
    if (word.shape) TALLY.add(word.shape, 1);
    if (word.isStrange) TALLY.add('?', STRANGE_WEIGHT);
    for (const { text, weight } of readings(word)) {
      TALLY.add(text, weight);
      const root = stem(text);
      if (root !== text) TALLY.add(root, weight);
    }
  }
}

/** The word itself and what it may have been meant to be: the surer the mending, the fainter the word. */
function readings(word: FeatureWord): { text: string; weight: number }[] {
  if (word.text === '') return [];
  if (!word.mended) return [{ text: word.text, weight: 1 }];
  const meant = word.mended.map(({ word: text, weight }) => ({ text, weight }));
  const trust = meant.reduce((sum, { weight }) => sum + weight, 0);
  return [{ text: word.text, weight: 1 - trust }, ...meant];
}

/** The likeliest reading of a word. */
function likeliest(word: FeatureWord): { text: string; weight: number } {
  const mended = word.mended?.[0];
  return mended ? { text: mended.word, weight: mended.weight } : { text: word.text, weight: 1 };
}

function countNeighbours(words: readonly FeatureWord[]): void {
  const inner = words.filter(({ mask, isNamed }) => mask !== undefined || !isNamed);
  const line = [FRAME, ...inner.map(toLinePart), FRAME];
  for (let i = 0; i + 1 < line.length; i++) {
    const [a, b, c] = [line[i] as LinePart, line[i + 1] as LinePart, line[i + 2]];
    TALLY.add(`${a.text} ${b.text}`, a.weight * b.weight);
    if (c) TALLY.add(`${a.text} ${b.text} ${c.text}`, TRIPLE_WEIGHT * a.weight * b.weight * c.weight);
    if (a.shape || b.shape) addShapes(a, b);
  }
}

interface LinePart {
  readonly text: string;
  readonly weight: number;
  /** `?` for a strange word, `0` for a number. */
  readonly shape?: string;
}
const FRAME: LinePart = { text: '|', weight: 1 };

function toLinePart(word: FeatureWord): LinePart {
  if (word.mask) return { text: word.mask, weight: 1 };
  const { text, weight } = likeliest(word);
  const shape = word.shape ?? (word.isStrange ? '?' : /^\d/.test(word.text) ? '0' : undefined);
  return { text: stem(text), weight, ...(shape ? { shape } : {}) };
}

function addShapes(a: LinePart, b: LinePart): void {
  const [left, right] = [a.shape ?? a.text, b.shape ?? b.text];
  if (left !== '?' || right !== '?') TALLY.add(`${left} ${right}`, STRANGE_WEIGHT);
}

function countLetters(words: readonly FeatureWord[]): void {
  for (const word of words)
    for (const { text, weight } of readings(word)) if (!JOINING.has(text)) addLetters(text, weight);
  addSeams(` ${words.map((word) => likeliest(word).text).join(' ')} `);
}

/** Letters across the seam of two words: what is typed apart, together or with a slip beside the gap. */
function addSeams(line: string): void {
  for (let at = 0; at + SEAM <= line.length; at++) {
    const gap = line.indexOf(' ', at + 1);
    if (gap < at + SEAM - 1) TALLY.addPart(line, at, at + SEAM, 1);
  }
}

function addLetters(word: string, weight: number): void {
  const framed = `<${word}>`;
  for (let size = SHORTEST_NGRAM; size <= LONGEST_NGRAM && size < framed.length; size++)
    for (let at = 0; at + size <= framed.length; at++) TALLY.addPart(framed, at, at + size, weight);
}

function countIdeas(words: readonly FeatureWord[]): void {
  for (const word of words) {
    if (word.shape) TALLY.add(word.shape, PLAIN_IDEA_WEIGHT);
    for (const reading of ideaReadings(word))
      for (const idea of reading.ideas)
        TALLY.add(idea, reading.weight * (idea.startsWith('~') ? PLAIN_IDEA_WEIGHT : 1));
  }
}

function ideaReadings(word: FeatureWord): { ideas: readonly string[]; weight: number }[] {
  if (word.mask) return [{ ideas: [word.mask], weight: 1 }];
  if (word.isNamed || word.isInTerm) return [];
  if (word.term) return [{ ideas: [word.term], weight: 1 }];
  return readings(word).map(({ text, weight }) => ({ ideas: ideasOf(text), weight }));
}

/** What a word stands for among the ideas. */
export function ideasOf(word: string): readonly string[] {
  if (/^\d/.test(word)) return ['@number', `~${word}`];
  const concept = conceptOf(word);
  if (concept !== undefined) return [`@${concept}`];
  return JOINING.has(word) ? [] : [`~${stem(word)}`];
}

const WHOLE = { text: '', weight: 1 };

function countIdeaPairs(words: readonly FeatureWord[]): void {
  const line = words.flatMap((word) => {
    const part = word.mask || word.term ? WHOLE : likeliest(word);
    const idea = word.mask ?? (word.isNamed || word.isInTerm ? undefined : (word.term ?? ideasOf(part.text)[0]));
    return idea === undefined ? [] : [{ idea, weight: part.weight }];
  });
  line.forEach((a, i) => {
    for (const b of line.slice(i + 1, i + 1 + WIDEST_PAIR)) {
      if (a.idea !== b.idea)
        TALLY.add(a.idea < b.idea ? `${a.idea} ${b.idea}` : `${b.idea} ${a.idea}`, a.weight * b.weight);
    }
  });
}
