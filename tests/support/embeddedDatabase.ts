import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';

/** The server that a bot keeps in its folder, seen from outside. */
export interface EmbeddedDatabase {
  /** Undefined when none runs. */
  pid(): number | undefined;
  /** Connects beside the bot; the caller ends it. */
  connect(): Promise<pg.Client>;
}

export function embeddedDatabase(dataDir: string): EmbeddedDatabase {
  const pidFile = join(dataDir, 'postgres/cluster/postmaster.pid');
  const lines = () => (existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []);
  return {
    pid: () => (lines()[0] ? Number(lines()[0]) : undefined),
    async connect() {
      const password = readFileSync(join(dataDir, 'postgres/password'), 'utf8');
      const client = new pg.Client(`postgres://fta:${password}@127.0.0.1:${lines()[3]}/postgres`);
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
  };
}
