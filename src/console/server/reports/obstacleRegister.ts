import { regionOf } from './regions.ts';
import type { ObstacleCase } from './reportStore.ts';

/** One cell of the register; null: not known. */
export interface Cell {
  readonly agreement: string | null;
  readonly product: string | null;
  readonly region: string | null;
  readonly firms: number;
  readonly cases: number;
}

/** Below it somebody could tell which firm it was. */
export const FEWEST_FIRMS = 5;

/**
 * Obstacles by agreement, product group and kabupaten or kota.
 *
 * Cells of fewer than five firms are only counted: what a report shows must not lead to a firm.
 */
export function obstacleRegister(cases: readonly ObstacleCase[]): { shown: Cell[]; hidden: number } {
  const placed = cases.map((one) => ({ ...one, region: regionOf(one.company) }));
  const grouped = Map.groupBy(placed, ({ agreement, product, region }) => JSON.stringify([agreement, product, region]));
  const cells = [...grouped.values()].flatMap((alike) => {
    const [first] = alike;
    if (!first) return [];
    const { agreement, product, region } = first;
    return [{ agreement, product, region, firms: new Set(alike.map(({ firm }) => firm)).size, cases: alike.length }];
  });
  const shown = cells.filter(({ firms }) => firms >= FEWEST_FIRMS).sort((a, b) => b.cases - a.cases);
  return { shown, hidden: cells.length - shown.length };
}
