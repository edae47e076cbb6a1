import { changeQuery } from '../shell/route.ts';

/** Narrows a list down: filters stand in the address, and what is narrowed begins at its first page. */
export function narrow(change: Readonly<Record<string, string | null | undefined>>): void {
  const said = Object.entries(change).map(([name, value]) => [name, value || undefined]);
  changeQuery({ ...Object.fromEntries(said), hal: undefined });
}
