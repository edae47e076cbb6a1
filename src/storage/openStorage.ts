import { type Kysely, sql } from 'kysely';
import type { Logger } from 'pino';
import { awaitServer } from './awaitServer.ts';
import { claimInstallation } from './claimInstallation.ts';
import { startEmbeddedPostgres } from './embeddedPostgres/startEmbeddedPostgres.ts';
import { migrate } from './migrate.ts';
import { type Announcements, openAnnouncements } from './openAnnouncements.ts';
import { type Database, openDatabase } from './openDatabase.ts';

/** Where the database is, and how it is opened. */
export interface StorageOptions {
  /** A server somewhere; absent: the embedded one in `dataDir`. */
  databaseUrl: string | undefined;
  /** Folder of this installation, absolute; exists. */
  dataDir: string;
  log: Logger;
  /** One line for the operator when something takes a while. */
  progress(line: string): void;
  /** Makes a password of letters and digits. */
  randomText(): string;
  /** True for the bot, of which one runs on a folder; false for commands, which run beside it. */
  isClaimed: boolean;
}

/** The open database. */
export interface Storage {
  /** For a part that brings connections of its own; holds the password. */
  url: string;
  db: Database;
  announcements: Announcements;
  isReachable(): Promise<boolean>;
  /** Closes everything; the embedded server stops when nobody else of ours uses it. */
  close(): Promise<void>;
}

const PATIENCE_MS = 10_000;

/**
 * Opens the database: starts or finds the server, brings the tables up to date, listens for news.
 *
 * @throws {StartFault} with what the operator can do about it
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const closers: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  try {
    const url = await reachServer(options, closers);
    const db = openDatabase(url, options.log);
    closers.push(() => db.destroy());
    await migrate(db as unknown as Kysely<never>, options.log);
    const announcements = await openAnnouncements(url, options.log);
    closers.push(() => announcements.close());
    return {
      url,
      db,
      announcements,
      isReachable: () =>
        sql`select 1`.execute(db).then(
          () => true,
          () => false,
        ),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

async function reachServer(options: StorageOptions, closers: (() => Promise<void>)[]): Promise<string> {
  if (options.databaseUrl) {
    await awaitServer(options.databaseUrl, PATIENCE_MS);
    return options.databaseUrl;
  }
  const server = await startEmbeddedPostgres(options);
  closers.push(server.stop);
  if (options.isClaimed) closers.push(await claimInstallation(server.url, options.dataDir, options.log));
  return server.url;
}
