import type { Examples, Postings } from './examples.ts';
import { createRivalFinder } from './rivals.ts';
import { createSequence, type Sequence } from './sequence.ts';
import { Solver } from './solver.ts';

/**
 * What was learnt: an entry's score is its bias plus, for each of its supports, the likeness to that example times its
 * pull. The supports of entry `e` lie at `starts[e]` … `starts[e + 1]`; its own phrasings pull up, the others down.
 */
export interface Solution {
  readonly starts: Int32Array;
  readonly examples: Int32Array;
  readonly pulls: Float32Array;
  /** {@link NEVER} for an entry that has no phrasings. */
  readonly biases: Float32Array;
}

/** The bias of an entry that cannot be found. */
export const NEVER = -1000;

/** Rivals most like an entry's own phrasings, and others picked at random, that each entry is first told from. */
const RIVALS = { likest: 250, random: 250 } as const;
/** With thousands of entries, each is told from the rest by fewer: the others' looks help, too. */
const RIVALS_AMONG_MOST = { likest: 140, random: 60 } as const;
/** Up to so many looks in all, every example is checked against every entry; beyond, so many for each entry. */
const MOST_CHECKS = 2_500_000;
const CHECKED_OF_MANY = 3000;
const MANY_ENTRIES = 2000;
const CHECKED_OF_MOST = 400;
const CHECK_ROUNDS = 4;
const RETRAINING_ROUNDS = 3;

/**
 * Learns one separating line for each entry: its phrasings against those of all others.
 *
 * First against the likest rivals and some taken at random (the likest alone would leave everyday words unjudged),
 * then again with those of the rest that came out on the wrong side.
 */
export function train(examples: Examples, postings: Postings, labels: Int32Array, entryCount: number): Solution {
  const solver = new Solver(examples, labels, entryCount);
  const finder = createRivalFinder(examples, postings, labels);
  const own = groupByEntry(labels, entryCount);
  const isSmall = examples.count * entryCount <= MOST_CHECKS;
  const { likest, random } = entryCount > MANY_ENTRIES ? RIVALS_AMONG_MOST : RIVALS;
  const checked = isSmall ? examples.count : entryCount > MANY_ENTRIES ? CHECKED_OF_MOST : CHECKED_OF_MANY;
  return collect(entryCount, (entry, take) => {
    const phrasings = own[entry] as number[];
    if (phrasings.length === 0) return NEVER;
    const next = createSequence(entry);
    solver.begin(entry, [...phrasings, ...finder.find(entry, phrasings, likest, random, next)]);
    solver.descend();
    if (solver.add(misjudged(solver, examples.count, checked, next)) > 0) solver.descend(CHECK_ROUNDS);
    return solver.finish(take);
  });
}

/**
 * Goes on from a solution without some of the examples: what would have been learnt had they never been there, nearly,
 * at a small part of the cost. Trials do it.
 */
export function retrain(
  examples: Examples,
  labels: Int32Array,
  entryCount: number,
  solution: Solution,
  isKept: Uint8Array,
): Solution {
  const solver = new Solver(examples, labels, entryCount);
  const own = groupByEntry(labels, entryCount);
  return collect(entryCount, (entry, take) => {
    const phrasings = (own[entry] as number[]).filter((n) => isKept[n]);
    if (phrasings.length === 0) return NEVER;
    solver.begin(entry, phrasings);
    for (let p = solution.starts[entry] as number; p < (solution.starts[entry + 1] as number); p++) {
      const n = solution.examples[p] as number;
      if (isKept[n]) solver.recall(n, solution.pulls[p] as number);
    }
    solver.descend(RETRAINING_ROUNDS);
    return solver.finish(take);
  });
}

function misjudged(solver: Solver, count: number, checked: number, next: Sequence): number[] {
  const found: number[] = [];
  const isAll = checked >= count;
  for (let i = 0; i < checked; i++) {
    const n = isAll ? i : next(count);
    if (solver.isMisjudged(n)) found.push(n);
  }
  return found;
}

function groupByEntry(labels: Int32Array, entryCount: number): number[][] {
  const own: number[][] = Array.from({ length: entryCount }, () => []);
  labels.forEach((label, n) => {
    own[label]?.push(n);
  });
  return own;
}

/** Weaker pulls change no ranking. */
const SMALLEST_PULL = 0.01;

/** Solves entry after entry; `solve` hands its pulls over and returns the bias. */
function collect(
  entryCount: number,
  solve: (entry: number, take: (example: number, pull: number) => void) => number,
): Solution {
  const starts = new Int32Array(entryCount + 1);
  const biases = new Float32Array(entryCount);
  const supports: number[] = [];
  const pulls: number[] = [];
  const take = (example: number, pull: number) => {
    if (Math.abs(pull) < SMALLEST_PULL) return;
    supports.push(example);
    pulls.push(pull);
  };
  for (let entry = 0; entry < entryCount; entry++) {
    biases[entry] = solve(entry, take);
    starts[entry + 1] = supports.length;
  }
  return { starts, examples: Int32Array.from(supports), pulls: Float32Array.from(pulls), biases };
}
