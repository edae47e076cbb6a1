import type { Examples } from './examples.ts';
import type { Solution } from './train.ts';

/**
 * A solution laid out for speed. What a common feature does to every entry is added up beforehand, one row of entries
 * for each such feature; rare features find the few examples that have them, and those pull.
 */
export interface Pulls {
  readonly biases: Float32Array;
  /** By feature: its row, or -1 for a rare one. */
  readonly rowOf: Int32Array;
  /** Row after row, one number for each entry. */
  readonly rows: Float32Array;
  /** By example: how hard it pulls its own entry up. */
  readonly owns: Float32Array;
  /** The examples of others that pull entry `e` down lie at `starts[e]` … `starts[e + 1]`. */
  readonly starts: Int32Array;
  readonly rivals: Int32Array;
  readonly pulls: Float32Array;
}

/** A row costs as much as going through so many examples for each entry. */
const EXAMPLES_A_ROW = 1 / 3;
const MOST_ROW_NUMBERS = 4_000_000;

/** Lays a solution out. `frequencies` says in how many examples each feature occurs. */
export function layOut(examples: Examples, frequencies: Int32Array, solution: Solution, entryCount: number): Pulls {
  const rowOf = chooseRows(frequencies, entryCount);
  return {
    biases: solution.biases,
    rowOf,
    rows: addUpRows(examples, solution, rowOf, entryCount),
    ...partRivals(solution, examples.count),
  };
}

/** The commonest features get a row, as many as pay and fit. */
function chooseRows(frequencies: Int32Array, entryCount: number): Int32Array {
  const most = Math.floor(MOST_ROW_NUMBERS / Math.max(1, entryCount));
  const common = [...frequencies.keys()]
    .filter((f) => (frequencies[f] as number) > entryCount * EXAMPLES_A_ROW)
    .sort((a, b) => (frequencies[b] as number) - (frequencies[a] as number) || a - b)
    .slice(0, most);
  const rowOf = new Int32Array(frequencies.length).fill(-1);
  common.forEach((feature, row) => {
    rowOf[feature] = row;
  });
  return rowOf;
}

function addUpRows(examples: Examples, solution: Solution, rowOf: Int32Array, entryCount: number): Float32Array {
  const rowCount = rowOf.reduce((most, row) => Math.max(most, row + 1), 0);
  const rows = new Float32Array(rowCount * entryCount);
  for (let entry = 0; entry < entryCount; entry++)
    for (let s = solution.starts[entry] as number; s < (solution.starts[entry + 1] as number); s++) {
      const n = solution.examples[s] as number;
      const pull = solution.pulls[s] as number;
      for (let p = examples.starts[n] as number; p < (examples.starts[n + 1] as number); p++) {
        const row = rowOf[examples.features[p] as number] as number;
        if (row < 0) continue;
        const at = row * entryCount + entry;
        rows[at] = (rows[at] as number) + pull * (examples.values[p] as number);
      }
    }
  return rows;
}

/** Parts an entry's own phrasings from its rivals. Only what is its own pulls it up: without the rivals its score is never too low. */
function partRivals(solution: Solution, exampleCount: number): Pick<Pulls, 'owns' | 'starts' | 'rivals' | 'pulls'> {
  const owns = new Float32Array(exampleCount);
  const starts = new Int32Array(solution.starts.length);
  const rivals = new Int32Array(solution.examples.length);
  const pulls = new Float32Array(solution.examples.length);
  let size = 0;
  for (let entry = 0; entry + 1 < starts.length; entry++) {
    for (let s = solution.starts[entry] as number; s < (solution.starts[entry + 1] as number); s++) {
      const n = solution.examples[s] as number;
      const pull = solution.pulls[s] as number;
      if (pull > 0) owns[n] = pull;
      else {
        rivals[size] = n;
        pulls[size++] = pull;
      }
    }
    starts[entry + 1] = size;
  }
  return { owns, starts, rivals: rivals.slice(0, size), pulls: pulls.slice(0, size) };
}
