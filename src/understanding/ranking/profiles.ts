import type { Postings } from './examples.ts';
import { FEATURE_KINDS } from './features.ts';

/**
 * What the phrasings of each entry have in common. Entry `e` has the examples `bounds[e]` … `bounds[e + 1]`.
 *
 * A feature is the more of an entry's core the more of its phrasings share it and the fewer others do: "puskesmas" of
 * all that is asked of a puskesmas. A question without it is about something else.
 */
export interface Profiles {
  readonly bounds: Int32Array;
  /** How much core each entry has, by kind of feature: `cores[e * kinds + k]`. */
  readonly cores: Float32Array;
  /** How alike the phrasings of an entry are on average. */
  readonly kinship: Float32Array;
}

/** By kind: how sharply being shared counts. Pairs of ideas are seldom shared by many. */
const SHARPNESS: readonly number[] = FEATURE_KINDS.map((kind) => (kind === 'ideaPairs' ? 1 : 3));
const KINSHIP_OF_ONE = 0.2;

/** How much of its core an entry has in a feature that `uses` of its `count` phrasings share. */
export function coreOf(kind: number, uses: number, count: number, rarity: number): number {
  return (uses / count) ** (SHARPNESS[kind] as number) * rarity;
}

/** Takes the profiles of entries. `kinds` says of which kind each feature is, `labels` are in ascending order. */
export function takeProfiles(
  postings: Postings,
  labels: Int32Array,
  kinds: Uint8Array,
  rarities: Float32Array,
  entryCount: number,
): Profiles {
  const bounds = boundsOf(labels, entryCount);
  const cores = new Float32Array(entryCount * FEATURE_KINDS.length);
  const alike = new Float64Array(entryCount);
  for (let f = 0; f < kinds.length; f++) {
    const end = postings.starts[f + 1] as number;
    for (let p = postings.starts[f] as number; p < end; ) {
      const entry = labels[postings.examples[p] as number] as number;
      const last = bounds[entry + 1] as number;
      let uses = 0;
      let sum = 0;
      let squares = 0;
      for (; p < end && (postings.examples[p] as number) < last; p++) {
        const value = postings.values[p] as number;
        uses++;
        sum += value;
        squares += value * value;
      }
      const at = entry * FEATURE_KINDS.length + (kinds[f] as number);
      const count = last - (bounds[entry] as number);
      cores[at] = (cores[at] as number) + coreOf(kinds[f] as number, uses, count, rarities[f] as number);
      alike[entry] = (alike[entry] as number) + sum * sum - squares;
    }
  }
  return { bounds, cores, kinship: kinshipOf(alike, bounds) };
}

function boundsOf(labels: Int32Array, entryCount: number): Int32Array {
  const bounds = new Int32Array(entryCount + 1);
  for (const label of labels) bounds[label + 1] = (bounds[label + 1] as number) + 1;
  for (let entry = 0; entry < entryCount; entry++)
    bounds[entry + 1] = (bounds[entry + 1] as number) + (bounds[entry] as number);
  return bounds;
}

function kinshipOf(alike: Float64Array, bounds: Int32Array): Float32Array {
  return Float32Array.from(alike, (sum, entry) => {
    const count = (bounds[entry + 1] as number) - (bounds[entry] as number);
    return count < 2 ? KINSHIP_OF_ONE : sum / (count * (count - 1));
  });
}
