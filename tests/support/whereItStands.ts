import { sql } from 'kysely';
import type { TestStorage } from './testStorage.ts';

/** Every table in which some words stand, in any column. */
export async function whereItStands({ db }: Pick<TestStorage, 'db'>, words: string): Promise<string[]> {
  const tables = await sql<{ name: string }>`
    select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'
  `.execute(db);
  const found: string[] = [];
  for (const { name } of tables.rows) {
    const { rows } =
      await sql`select 1 from ${sql.table(name)} t where position(${words} in t::text) > 0 limit 1`.execute(db);
    if (rows.length > 0) found.push(name);
  }
  return found.sort();
}
