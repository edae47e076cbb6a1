import type { WebSocket } from 'ws';
import type { Log } from '../log.ts';
import type { WireActivity } from '../wireActivity.ts';
import type { Access, WebTalks } from './talks.ts';

/** Small frames: over a weak line a ping, which waits behind them, must not come too late to be answered. */
const FRAME = { activities: 200, characters: 65_536 };
const TRY_AGAIN_AFTER_MS = 1_000;

/**
 * One open socket and how far it has been told.
 *
 * It reads on only when the network has taken what was read before: a client behind a weak line, or one that stops
 * reading, costs one frame of memory.
 */
export class Stream {
  readonly #socket: WebSocket;
  readonly #access: Access;
  readonly #talks: WebTalks;
  readonly #log: Log;
  #watermark: number;
  #isReading = false;
  #hasNews = false;
  #isAlive = true;
  #isInTrouble = false;

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

  /** Sends something that has no place in the order; the watermark stays. A client that is behind misses it. */
  show(activity: WireActivity): void {
    if (this.#isOpen() && this.#socket.bufferedAmount === 0) this.#socket.send(this.#frame([activity]));
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
      while (this.#hasNews && this.#isOpen()) {
        this.#hasNews = false;
        await this.#readOnce();
      }
      this.#isInTrouble = false;
    } catch (error) {
      this.#tryAgain(error);
    } finally {
      this.#isReading = false;
    }
  }

  async #readOnce(): Promise<void> {
    const set = await this.#talks.readSince(this.#access, this.#watermark, FRAME);
    if (!set) return this.close(1008);
    this.#watermark = set.watermark;
    this.#hasNews ||= set.hasMore;
    if (set.activities.length > 0) await this.#send(set.activities);
  }

  /** Said once for each trouble: with the database away, every stream is here every second. */
  #tryAgain(error: unknown): void {
    if (!this.#isInTrouble) this.#log.warn({ err: error }, 'direct line: a stream could not look for news');
    this.#isInTrouble = true;
    setTimeout(() => this.look(), TRY_AGAIN_AFTER_MS).unref();
  }

  /** Resolves when the network has taken it, or never will: the socket's own end is heard elsewhere. */
  async #send(activities: readonly WireActivity[]): Promise<void> {
    if (!this.#isOpen()) return;
    await new Promise<void>((resolve) => this.#socket.send(this.#frame(activities), () => resolve()));
  }

  /** Every frame carries the watermark, as a string: only so does the client come back to the right place. */
  #frame(activities: readonly WireActivity[]): string {
    return JSON.stringify({ activities, watermark: String(this.#watermark) });
  }

  #isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }
}
