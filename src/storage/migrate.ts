import type { Kysely } from 'kysely';
import { Migrator } from 'kysely/migration';
import type { Logger } from 'pino';
import { StartFault } from '../startFault.ts';
import { migrations } from './migrations/index.ts';

/**
 * Brings the tables up to this version. Processes that start together wait for each other: the migrator takes a lock
 * in the database, and all pending changes are one transaction, so they are made together or not at all.
 *
 * @throws {StartFault} when a newer version has been here before
 */
export async function migrate(database: Kysely<never>, log: Logger): Promise<void> {
  const migrator = new Migrator({
    db: database,
    provider: { getMigrations: async () => ({ ...migrations }) },
  });
  const { error, results = [] } = await migrator.migrateToLatest();
  for (const { migrationName } of results) log.info({ migrationName }, 'tables changed');
  if (!error) return;
  if (/corrupted migrations/i.test(String((error as Error).message)))
    throw new StartFault(
      ['The database was used by a newer version: start that version, or restore a backup made before it.'],
      error,
    );
  throw error;
}
