import { existsSync, readFileSync, statSync } from 'node:fs';
import { chown, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import type { Account } from './accounts.ts';

/** The server that a bot keeps in its folder, seen from outside. */
export interface EmbeddedDatabase {
  /** Undefined when none runs. */
  pid(): number | undefined;
  /** Connects beside the bot; the caller ends it. */
  connect(): Promise<pg.Client>;
  /** The account that it runs as. */
  owner(): Account;
  /** Leaves the lock of a server that ran as that process and was killed. */
  leaveLock(pid: number): Promise<void>;
}

export function embeddedDatabase(dataDir: string): EmbeddedDatabase {
  const pidFile = join(dataDir, 'postgres/cluster/postmaster.pid');
  const lines = () => (existsSync(pidFile) ? readFileSync(pidFile, 'utf8').split('\n') : []);
  const owner = () => {
    const { uid, gid } = statSync(join(dataDir, 'postgres/cluster'));
    return { uid, gid };
  };
  return {
    pid: () => (lines()[0] ? Number(lines()[0]) : undefined),
    async connect() {
      const password = readFileSync(join(dataDir, 'postgres/password'), 'utf8');
      const client = new pg.Client(`postgres://fta:${password}@127.0.0.1:${lines()[3]}/postgres`);
      client.on('error', () => undefined);
      await client.connect();
      return client;
    },
    owner,
    async leaveLock(pid) {
      const { uid, gid } = owner();
      await writeFile(pidFile, `${pid}\n${join(dataDir, 'postgres/cluster')}\n1790000000\n9\n\n127.0.0.1\n`);
      await chown(pidFile, uid, gid);
    },
  };
}
