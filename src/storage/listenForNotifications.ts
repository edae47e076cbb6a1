import pg from 'pg';
import type { Logger } from 'pino';
import { APPLICATION_NAME } from './applicationName.ts';

/** What to do with news of one channel. */
export interface Listener {
  /** Called for each notification, also for those this process sent itself. */
  heard(payload: string): void;
  /** Called after the line was down: news may have been missed, so look for yourself. */
  mayHaveMissed(): void;
}

/** The line on which instances hear of each other's changes. */
export interface Notifications {
  /**
   * Starts to listen; resolves once nothing is missed any more.
   *
   * @param channel lower case letters and underscores
   * @returns stops it again
   */
  listen(channel: string, listener: Listener): Promise<() => void>;
  close(): Promise<void>;
}

const RETRY_AFTER_MS = 500;

/**
 * Keeps one connection for LISTEN, and makes it anew whenever it breaks.
 *
 * @throws {Error} when the first connection cannot be made
 */
export async function listenForNotifications(url: string, log: Logger): Promise<Notifications> {
  const line = new NotificationLine(url, log);
  await line.connect();
  return line;
}

class NotificationLine implements Notifications {
  readonly #url: string;
  readonly #log: Logger;
  readonly #listeners = new Map<string, Set<Listener>>();
  #client: pg.Client | undefined;
  #retry: NodeJS.Timeout | undefined;
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
    client.on('error', (error: Error & { code?: string }) => this.#log.warn({ code: error.code }, 'news line broke'));
    client.on('notification', ({ channel, payload = '' }) => this.#tell(channel, (it) => it.heard(payload)));
    await client.connect();
    client.once('end', () => this.#reconnectLater());
    this.#client = client;
    for (const channel of this.#listeners.keys()) await listenOn(client, channel);
  }

  async listen(channel: string, listener: Listener): Promise<() => void> {
    const listeners = this.#listeners.get(channel) ?? new Set();
    this.#listeners.set(channel, listeners.add(listener));
    // Without a client the line is down: it will listen on this channel too once it is back.
    if (this.#client) await listenOn(this.#client, channel);
    return () => void listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#retry);
    await this.#client?.end();
  }

  #reconnectLater(): void {
    this.#client = undefined;
    if (this.#isClosed) return;
    this.#retry = setTimeout(() => this.#reconnect(), RETRY_AFTER_MS);
  }

  async #reconnect(): Promise<void> {
    try {
      await this.connect();
      for (const channel of this.#listeners.keys()) this.#tell(channel, (it) => it.mayHaveMissed());
    } catch (error) {
      this.#log.warn({ code: (error as { code?: string }).code }, 'news line is still down');
      // A line that broke while it was set up tries again by its own end.
      if (!this.#client) this.#reconnectLater();
    }
  }

  #tell(channel: string, tell: (listener: Listener) => void): void {
    for (const listener of this.#listeners.get(channel) ?? []) tell(listener);
  }
}

async function listenOn(client: pg.Client, channel: string): Promise<void> {
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
}
