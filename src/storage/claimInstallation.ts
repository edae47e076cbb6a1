import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { StartFault } from '../startFault.ts';
import { APPLICATION_NAME } from './applicationName.ts';

/** Any number that no other lock of this database uses. */
const LOCK = 39_780_001;

const HOLDER = `select a.application_name from pg_locks l join pg_stat_activity a using (pid)
  where l.locktype = 'advisory' and l.objid = ${LOCK} and l.granted`;

/** The session of a process that was killed just now takes a moment to vanish. */
const LOOKS = 10;
const LOOK_EVERY_MS = 100;
const CLAIM_AGAIN_AFTER_MS = 500;

/**
 * Makes sure that one bot runs on one folder. The lock is a session: it ends with the process, however that ends, and
 * is taken anew when the database itself came back from a fall.
 *
 * Commands beside the bot do not claim; several bots share a database by `DATABASE_URL`, and do not claim either.
 *
 * @returns gives the folder free
 * @throws {StartFault} when a bot runs there
 */
export async function claimInstallation(url: string, dataDir: string, log: Logger): Promise<() => Promise<void>> {
  const claim = new Claim(url, log);
  for (let look = 0; look < LOOKS; look += 1) {
    if (await claim.take()) return () => claim.giveUp();
    await sleep(LOOK_EVERY_MS);
  }
  throw new StartFault([
    `${dataDir} is in use (${claim.holder}): stop that one first, or set another DATA_DIR and PORT, or set DATABASE_URL.`,
  ]);
}

class Claim {
  /** Who has it, as far as the last look could tell. */
  holder = APPLICATION_NAME;
  readonly #url: string;
  readonly #log: Logger;
  #client: pg.Client | undefined;
  #isGivenUp = false;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  /** @returns false when somebody else has it */
  async take(): Promise<boolean> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: `${APPLICATION_NAME} process ${process.pid}`,
    });
    client.on('error', () => undefined);
    await client.connect();
    const { rows } = await client.query(`select pg_try_advisory_lock(${LOCK}) as claimed`);
    if (rows[0].claimed && !this.#isGivenUp) {
      client.once('end', () => void this.#takeAgain());
      this.#client = client;
      return true;
    }
    this.holder = (await client.query(HOLDER)).rows[0]?.application_name ?? this.holder;
    await client.end();
    return false;
  }

  async giveUp(): Promise<void> {
    this.#isGivenUp = true;
    await this.#client?.end();
  }

  async #takeAgain(): Promise<void> {
    this.#client = undefined;
    while (!this.#isGivenUp && !this.#client) {
      await sleep(CLAIM_AGAIN_AFTER_MS, undefined, { ref: false });
      const isOurs = await this.take().catch(() => undefined);
      if (isOurs === false && !this.#isGivenUp) this.#log.error({ holder: this.holder }, 'two bots run on one folder');
    }
  }
}
