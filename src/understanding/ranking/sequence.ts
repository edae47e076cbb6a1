/** The next number below a limit of a sequence that looks random and is always the same. */
export type Sequence = (below: number) => number;

/** Chance for those who must not use chance: one sequence for each seed. */
export function createSequence(seed: number): Sequence {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x85ebca6b) >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
