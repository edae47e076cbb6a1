import type { LiveRow } from '../../../knowledge/index.ts';

/**
 * The rules that were changed or revoked, by key, with the day on which that was last checked: what cites one of them and
 * was checked before is to be looked at again.
 */
export function shakenRules(rows: readonly LiveRow[]): ReadonlyMap<string, string> {
  return new Map(
    rows.flatMap(({ table, key, value }): [string, string][] => {
      if (table !== 'regulations') return [];
      const { status, checkedOn } = value as { status: string; checkedOn: string };
      return status === 'revoked' || status === 'amended' ? [[key, checkedOn]] : [];
    }),
  );
}
