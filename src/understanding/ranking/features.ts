import { stem } from '../words/stem.ts';

/** A word as the ranker sees it. */
export interface FeatureWord {
  readonly text: string;
  /** `{destination}` when the word belongs to a name: what was asked of any country holds for this one. */
  readonly mask?: string;
}

/** Counts of one kind of feature. Each kind is brought to the same length before they are joined. */
export type FeatureCounts = ReadonlyMap<string, number>;

const SHORTEST_NGRAM = 2;
const LONGEST_NGRAM = 5;

/**
 * What of a question speaks for an entry: words with their stems, pairs of neighbours, and the
 * letter sequences within words, which survive typos and unknown endings.
 */
export function extractFeatures(words: readonly FeatureWord[]): readonly FeatureCounts[] {
  const single = new Map<string, number>();
  const pairs = new Map<string, number>();
  const letters = new Map<string, number>();
  for (const { text, mask } of words) {
    if (mask) add(single, mask);
    if (text === '') continue;
    add(single, text);
    const root = stem(text);
    if (root !== text) add(single, `~${root}`);
    addLetters(letters, text);
  }
  const line = ['^', ...words.map(({ text, mask }) => mask ?? text), '$'];
  for (let i = 0; i + 1 < line.length; i++) add(pairs, `${line[i]} ${line[i + 1]}`);
  return [single, pairs, letters];
}

function addLetters(counts: Map<string, number>, word: string): void {
  const framed = `<${word}>`;
  for (let size = SHORTEST_NGRAM; size <= LONGEST_NGRAM; size++)
    for (let at = 0; at + size <= framed.length; at++)
      if (size < framed.length) add(counts, `#${framed.slice(at, at + size)}`);
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
