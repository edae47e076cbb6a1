/** A run of words that stands in both texts, or in one of them. */
export interface DiffPart {
  readonly kind: 'same' | 'added' | 'removed';
  readonly text: string;
}

/** Beyond this many words on each side nobody reads a diff: the whole text is shown as replaced. */
const MOST_WORDS = 2_000;

/** Compares two texts word by word, by their longest common words in order. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > MOST_WORDS || now.length > MOST_WORDS)
    return joined([...old.map(part('removed')), ...now.map(part('added'))]);
  const lengths = commonLengths(old, now);
  const parts: DiffPart[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      parts.push(part('same')(old[i] as string));
      i += 1;
      j += 1;
    } else if (j >= now.length || (i < old.length && at(lengths, i + 1, j) >= at(lengths, i, j + 1))) {
      parts.push(part('removed')(old[i] as string));
      i += 1;
    } else {
      parts.push(part('added')(now[j] as string));
      j += 1;
    }
  }
  return joined(parts);
}

function part(kind: DiffPart['kind']) {
  return (text: string): DiffPart => ({ kind, text });
}

/** Words with the space behind them, so that joining them gives the text back. */
function wordsOf(text: string): string[] {
  return text.match(/\s*\S+|\s+$/g) ?? [];
}

function commonLengths(old: readonly string[], now: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1));
  for (let i = old.length - 1; i >= 0; i -= 1)
    for (let j = now.length - 1; j >= 0; j -= 1) {
      const longest =
        old[i] === now[j] ? at(lengths, i + 1, j + 1) + 1 : Math.max(at(lengths, i + 1, j), at(lengths, i, j + 1));
      (lengths[i] as Uint16Array)[j] = longest;
    }
  return lengths;
}

function at(lengths: readonly Uint16Array[], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function joined(parts: readonly DiffPart[]): DiffPart[] {
  const runs: DiffPart[] = [];
  for (const one of parts) {
    const last = runs.at(-1);
    if (last?.kind === one.kind) runs[runs.length - 1] = { kind: one.kind, text: last.text + one.text };
    else runs.push(one);
  }
  return runs;
}
