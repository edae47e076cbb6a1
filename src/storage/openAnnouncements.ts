import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Logger } from 'pino';
import { APPLICATION_NAME } from './applicationName.ts';

type Hear = (payload: string) => void;

/** Word from process to process, over the database. */
export interface Announcements {
  /**
   * Tells every process on the same database, this one too.
   *
   * @param payload at most 7,999 bytes: send keys, not contents
   */
  announce(topic: string, payload: string): Promise<void>;
  /**
   * Hears what is announced from about now on; see {@link Announcements.isListening}.
   *
   * @param topic lower case letters and underscores
   * @returns ends the listening
   */
  listen(topic: string, hear: Hear): () => void;
  /**
   * False while word may be lost. It turns true only two seconds after the line is back: who looks for themselves
   * once a second meanwhile has then looked at least once since.
   */
  isListening(): boolean;
  close(): Promise<void>;
}

const RETRY_AFTER_MS = 500;
const SURE_AFTER_MS = 2_000;

/**
 * Keeps one connection for announcements and makes it anew whenever it breaks.
 *
 * @throws {Error} when the first connection cannot be made
 */
export async function openAnnouncements(url: string, log: Logger): Promise<Announcements> {
  const line = new AnnouncementLine(url, log);
  await line.connect();
  return line;
}

class AnnouncementLine implements Announcements {
  readonly #url: string;
  readonly #log: Logger;
  readonly #listeners = new Map<string, Set<Hear>>();
  #client: pg.Client | undefined;
  #unsure = 0;
  #last: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: APPLICATION_NAME,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', (error: Error & { code?: string }) => this.#log.warn({ code: error.code }, 'a line broke'));
    client.on('notification', ({ channel, payload = '' }) => this.#tell(channel, payload));
    await client.connect();
    if (this.#isClosed) return client.end();
    client.once('end', () => void this.#reconnect());
    this.#client = client;
    for (const topic of this.#listeners.keys()) await this.#listenOn(client, topic);
  }

  async announce(topic: string, payload: string): Promise<void> {
    const client = this.#client;
    if (!client) throw new Error('the line for announcements is down');
    await this.#inTurn(() => client.query('select pg_notify($1, $2)', [topic, payload]));
  }

  listen(topic: string, hear: Hear): () => void {
    const hearers = this.#listeners.get(topic);
    if (hearers) hearers.add(hear);
    else this.#beginTopic(topic, hear);
    return () => void this.#listeners.get(topic)?.delete(hear);
  }

  isListening(): boolean {
    return this.#client !== undefined && this.#unsure === 0;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#client?.end();
  }

  #beginTopic(topic: string, hear: Hear): void {
    this.#listeners.set(topic, new Set([hear]));
    if (!this.#client) return;
    this.#unsure += 1;
    // A line that breaks here is mended, and listens to this topic too, by its own end.
    this.#listenOn(this.#client, topic)
      .catch((error) => this.#log.warn({ code: error.code, topic }, 'not listening yet'))
      .finally(() => this.#becomeSure());
  }

  async #listenOn(client: pg.Client, topic: string): Promise<void> {
    await this.#inTurn(() => client.query(`listen ${client.escapeIdentifier(topic)}`));
  }

  /** One query after another: a connection takes no second one meanwhile. */
  #inTurn<T>(run: () => Promise<T>): Promise<T> {
    const done = this.#last.then(run);
    this.#last = done.catch(() => undefined);
    return done;
  }

  #becomeSure(): void {
    setTimeout(() => {
      this.#unsure -= 1;
    }, SURE_AFTER_MS).unref();
  }

  async #reconnect(): Promise<void> {
    this.#client = undefined;
    this.#unsure += 1;
    while (!this.#isClosed && !this.#client) {
      await sleep(RETRY_AFTER_MS, undefined, { ref: false });
      await this.connect().catch((error) => this.#log.warn({ code: error.code }, 'a line is still down'));
    }
    this.#becomeSure();
  }

  #tell(topic: string, payload: string): void {
    for (const hear of this.#listeners.get(topic) ?? []) hear(payload);
  }
}
