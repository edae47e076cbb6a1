/**
 * Features are known by two 32-bit hashes of their names instead of the names: no text is kept, a table of them opens
 * as it lies in the file, and two of a million features share both about once in ten thousand knowledges.
 */
const LOW_SEED = 0x811c9dc5;
const HIGH_SEED = 0x9747b28c;
const LOW_FACTOR = 0x01000193;
const HIGH_FACTOR = 0x5bd1e995;

/** The first hash of a text's letters `from` … `to`, salted. */
export function hashLow(text: string, from: number, to: number, salt: number): number {
  let hash = LOW_SEED ^ salt;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ text.charCodeAt(at), LOW_FACTOR);
  return blend(hash);
}

/** The second hash, of its own kind. */
export function hashHigh(text: string, from: number, to: number, salt: number): number {
  let hash = HIGH_SEED + salt;
  for (let at = from; at < to; at++) {
    hash = Math.imul(hash ^ (hash >>> 15) ^ text.charCodeAt(at), HIGH_FACTOR);
  }
  return blend(hash);
}

/** Lets every bit sway every other. */
function blend(value: number): number {
  let hash = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
