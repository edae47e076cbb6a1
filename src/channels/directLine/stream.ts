import type { WebSocket } from 'ws';
import type { Log } from './log.ts';
import type { Access, WebTalks } from './talks.ts';
import type { WireActivity } from './wireActivity.ts';

/** A client this far behind is cut off; it comes back with its watermark. */
const MOST_BUFFERED_BYTES = 1024 * 1024;

/** One open socket and how far it has been told. */
export class Stream {
  readonly #socket: WebSocket;
  readonly #access: Access;
  readonly #talks: WebTalks;
  readonly #log: Log;
  #watermark: number;
  #isReading = false;
  #hasNews = false;
  #isAlive = true;

  constructor(socket: WebSocket, access: Access, watermark: number, talks: WebTalks, log: Log) {
    this.#socket = socket;
    this.#access = access;
    this.#watermark = watermark;
    this.#talks = talks;
    this.#log = log;
    socket.on('pong', () => {
      this.#isAlive = true;
    });
    // empty frames are the client's own way to notice a dead line; nothing it says here means anything
    socket.on('message', () => {
      this.#isAlive = true;
    });
    socket.on('error', (error) => log.info({ err: error }, 'direct line: a stream broke'));
  }

  /** Sends what is new. Called while it reads already, it looks once more afterwards. */
  look(): void {
    this.#hasNews = true;
    if (!this.#isReading) void this.#read();
  }

  /** Sends something that has no place in the order; the watermark stays. */
  show(activity: WireActivity): void {
    this.#send([activity]);
  }

  /** Closes a socket that has not answered since the last time; also looks, in case an announcement got lost. */
  ping(): void {
    if (!this.#isAlive) {
      this.#socket.terminate();
      return;
    }
    this.#isAlive = false;
    this.#socket.ping();
    this.look();
  }

  close(code: 1008 | 1012): void {
    this.#socket.close(code);
  }

  async #read(): Promise<void> {
    this.#isReading = true;
    try {
      while (this.#hasNews && this.#socket.readyState === this.#socket.OPEN) {
        this.#hasNews = false;
        await this.#readOnce();
      }
    } catch (error) {
      this.#log.warn({ err: error }, 'direct line: a stream could not look for news');
      this.#tryAgain();
    } finally {
      this.#isReading = false;
    }
  }

  async #readOnce(): Promise<void> {
    const set = await this.#talks.readSince(this.#access, this.#watermark);
    if (!set) return this.close(1008);
    this.#watermark = set.watermark;
    this.#hasNews ||= set.hasMore;
    if (set.activities.length > 0) this.#send(set.activities);
  }

  #tryAgain(): void {
    setTimeout(() => this.look(), 1_000).unref();
  }

  /** Every frame carries the watermark, as a string: only so does the client come back to the right place. */
  #send(activities: readonly WireActivity[]): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const isBehind = this.#socket.bufferedAmount > MOST_BUFFERED_BYTES;
    if (isBehind) this.#socket.terminate();
    else this.#socket.send(JSON.stringify({ activities, watermark: String(this.#watermark) }));
  }
}
