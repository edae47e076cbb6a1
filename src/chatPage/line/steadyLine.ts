import type { Activity } from 'botframework-directlinejs';
import { type ChatAdapter, openAdapter } from './chatAdapter.ts';
import type { Call, Dial, Place, Transport } from './dial.ts';
import type { Memory } from './memory.ts';
import { openPromise } from './openPromise.ts';
import { type Outbox, openOutbox } from './outbox.ts';
import type { AskForPass, Pass } from './pass.ts';
import { beginReplay } from './replay.ts';
import type { Surroundings } from './surroundings.ts';

/** How the line is, as the exporter should know it. */
export type LineState = 'connecting' | 'up' | 'down' | 'offline';

/** What the line works with. */
export interface LineParts {
  askForPass: AskForPass;
  dial: Dial;
  surroundings: Surroundings;
  /** Keeps what could not be sent before the page was closed. */
  unsent: Memory;
  /** `https://…/v3/directline`. */
  domain: string;
  /** BCP 47; the language a new talk begins in. */
  locale: string;
  /** Between 0 and 1; spreads the returns of many pages after a restart. */
  random(): number;
  /** The server takes us for somebody else than at the beginning: what is on the screen is another's talk. */
  onStranger(): void;
}

const OPEN_WITHIN_MS = 20_000;
const WAITS_MS = [400, 1_000, 2_000, 4_000, 8_000, 15_000];

/** Sockets that never opened, before polling is tried; a polled line tries a socket again when it is lost. */
const SOCKET_FAULTS_BEFORE_POLLING = 2;

const NOWHERE: Place = { conversationId: '', watermark: '' };

/**
 * Keeps the talk connected, whatever happens to network, server and tokens.
 *
 * Web Chat gives up a Direct Line object whose token has expired, throws away what is being sent when the line drops,
 * and takes no message until it is back. So it never learns of any of that: its adapter is always online, messages
 * wait in the outbox, and behind it one DirectLineJS object after another is used and replaced, each going on from the
 * place where the last one stopped. How the line really is, the page itself shows.
 */
export class SteadyLine {
  readonly #parts: LineParts;
  readonly #outbox: Outbox;
  readonly #activities = beginReplay<Activity>();
  readonly #adapter = openPromise<ChatAdapter>();
  readonly #hearers = new Set<() => void>();
  readonly #heardIds = new Set<string>();
  #state: LineState = 'connecting';
  #call: Call | null = null;
  #place = NOWHERE;
  #userId: string | null = null;
  #round = 0;
  #failures = 0;
  #socketFaults = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: LineParts) {
    this.#parts = parts;
    this.#outbox = openOutbox(parts.unsent);
    parts.surroundings.onNetwork((isOnline) => (isOnline ? this.retry() : this.#goOffline()));
    parts.surroundings.onWaking(() => this.retry());
    void this.#connect();
  }

  /** What Web Chat gets; there once the exporter has an id, which Web Chat cannot begin without. */
  get adapter(): Promise<ChatAdapter> {
    return this.#adapter.promise;
  }

  readonly state = (): LineState => this.#state;

  /** @returns ends the hearing */
  readonly onState = (hear: () => void): (() => void) => {
    this.#hearers.add(hear);
    return () => void this.#hearers.delete(hear);
  };

  /** Tries at once instead of waiting for the next time. */
  readonly retry = (): void => {
    this.#failures = 0;
    void this.#connect();
  };

  /** A round that began later overrules an earlier one which still waits for its pass. */
  async #connect(): Promise<void> {
    this.#round += 1;
    const round = this.#round;
    this.#hangUp();
    const pass = await this.#parts.askForPass(this.#place.conversationId);
    if (round !== this.#round) return;
    if (!pass) return this.#tryLater();
    if (this.#userId !== null && pass.userId !== this.#userId) return this.#parts.onStranger();
    this.#userId = pass.userId;
    this.#adapter.resolve(openAdapter(pass.token, this.#activities, this.#outbox));
    this.#dial(pass);
  }

  #dial({ token, conversationId = '' }: Pass): void {
    const isSameTalk = conversationId === this.#place.conversationId;
    const place = isSameTalk ? this.#place : { conversationId, watermark: '' };
    const transport = this.#socketFaults >= SOCKET_FAULTS_BEFORE_POLLING ? 'polling' : 'socket';
    const { domain, locale } = this.#parts;
    let hasOpened = false;
    const lost = () => this.#lose(transport, hasOpened);
    this.#timer = setTimeout(lost, OPEN_WITHIN_MS);
    const opened = () => {
      if (!hasOpened) this.#open();
      hasOpened = true;
    };
    const heard = (activity: Activity) => this.#hear(activity);
    this.#call = this.#parts.dial({ domain, locale, token, place, transport }, { opened, heard, lost });
  }

  #open(): void {
    clearTimeout(this.#timer);
    this.#failures = 0;
    this.#show('up');
    this.#outbox.deliverOver(this.#call);
  }

  /** What comes again after a reconnect has been heard already. */
  #hear(activity: Activity): void {
    const { id } = activity as { id?: string };
    if (id && this.#heardIds.has(id)) return;
    if (id) this.#heardIds.add(id);
    this.#activities.say(activity, activity.type !== 'typing');
  }

  #lose(transport: Transport, hasOpened: boolean): void {
    if (transport === 'polling') this.#socketFaults = SOCKET_FAULTS_BEFORE_POLLING - 1;
    else this.#socketFaults = hasOpened ? 0 : this.#socketFaults + 1;
    this.#tryLater();
  }

  #hangUp(): void {
    clearTimeout(this.#timer);
    this.#outbox.deliverOver(null);
    if (!this.#call) return;
    this.#place = this.#call.place();
    this.#call.hangUp();
    this.#call = null;
  }

  #tryLater(): void {
    this.#hangUp();
    const isOnline = this.#parts.surroundings.isOnline();
    // The first try after opening the page may fail without a word: the second one follows at once.
    if (!isOnline) this.#show('offline');
    else if (this.#failures > 0 || this.#state !== 'connecting') this.#show('down');
    const waitMs = WAITS_MS[Math.min(this.#failures, WAITS_MS.length - 1)] ?? 0;
    this.#failures += 1;
    this.#timer = setTimeout(() => void this.#connect(), waitMs * (0.7 + 0.6 * this.#parts.random()));
  }

  #goOffline(): void {
    this.#round += 1;
    this.#failures = WAITS_MS.length;
    this.#tryLater();
  }

  #show(state: LineState): void {
    if (state === this.#state) return;
    this.#state = state;
    for (const hear of this.#hearers) hear();
  }
}
