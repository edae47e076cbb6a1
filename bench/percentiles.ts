/** The middle and the slow end of a series, in the unit it came in, to a tenth. */
export interface Percentiles {
  readonly p50: number;
  readonly p99: number;
}

/** Takes the percentiles of a series; zeros of an empty one. */
export function percentilesOf(values: readonly number[]): Percentiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) => toTenth(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return { p50: at(0.5), p99: at(0.99) };
}

/** Rounds to a tenth. */
export const toTenth = (value: number): number => Math.round(value * 10) / 10;
