import { regionOf } from './regions.ts';
import type { ObstacleCase } from './reportStore.ts';

/** One cell of the register; null: not known. */
export interface Cell {
  readonly agreement: string | null;
  readonly product: string | null;
  readonly region: string | null;
  readonly firms: number;
  readonly cases: number;
  readonly resolved: number;
  readonly values: { readonly currency: string; readonly amount: number }[];
}

/** Below it somebody could tell which firm it was. */
export const FEWEST_FIRMS = 5;

/**
 * Obstacles by agreement, product group and kabupaten or kota.
 *
 * Cells of fewer than five firms are only counted, and a sum that fewer than five told is left out: what a report shows
 * must not lead to a firm.
 */
export function obstacleRegister(cases: readonly ObstacleCase[]): { shown: Cell[]; hidden: number } {
  const placed = cases.map((one) => ({ ...one, region: regionOf(one.company) }));
  const grouped = Map.groupBy(placed, ({ agreement, product, region }) => JSON.stringify([agreement, product, region]));
  const cells = [...grouped.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { agreement, product, region } = first;
    return [
      {
        ...{ agreement, product, region, firms: firmsIn(alike), cases: alike.length },
        resolved: alike.filter(({ isResolved }) => isResolved).length,
        values: valuesOf(alike),
      },
    ];
  });
  const shown = cells.filter(({ firms }) => firms >= FEWEST_FIRMS).sort((a, b) => b.cases - a.cases);
  return { shown, hidden: cells.length - shown.length };
}

function firmsIn(cases: readonly ObstacleCase[]): number {
  return new Set(cases.map(({ firm }) => firm)).size;
}

function valuesOf(cases: readonly ObstacleCase[]): Cell['values'] {
  const told = cases.filter(({ amount, currency }) => amount !== null && currency !== null);
  return [...Map.groupBy(told, ({ currency }) => currency ?? '')]
    .filter(([, same]) => firmsIn(same) >= FEWEST_FIRMS)
    .map(([currency, same]) => ({ currency, amount: same.reduce((sum, { amount }) => sum + (amount ?? 0), 0) }));
}
