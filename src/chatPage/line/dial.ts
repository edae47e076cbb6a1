import { type Activity, ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { openPromise } from './openPromise.ts';
import { type SocketHearing, watchedSocket } from './watchedSocket.ts';

/** How news come in. */
export type Transport = 'socket' | 'polling';

/** Where a call goes, and from where on it wants to hear. */
export interface Dialling {
  /** `https://…/v3/directline`. */
  domain: string;
  token: string;
  /** The talk to go on with, everything after the watermark; without a talk, a new one is begun. */
  place: Place;
  /** BCP 47; the language a new talk begins in. */
  locale: string;
  transport: Transport;
}

/** What a call tells. `lost` comes once at most, and nothing comes after it or after hanging up. */
export interface CallHearing {
  /** From now on news come in. */
  opened(): void;
  heard(activity: Activity): void;
  lost(): void;
}

/**
 * What became of a posted activity. `again`: nobody knows, so post it again; the server keeps it once, by its client
 * id. `refused`: no use in posting it again.
 */
export type Delivery = { kind: 'kept'; id: string } | { kind: 'again' } | { kind: 'refused'; cause: unknown };

/** A place in a talk; both are empty before anything was heard. */
export interface Place {
  readonly conversationId: string;
  readonly watermark: string;
}

/** One life of the connection. */
export interface Call {
  post(activity: Activity): Promise<Delivery>;
  /** The talk it is about and how far it has heard, for the call that goes on after it. */
  place(): Place;
  hangUp(): void;
}

/** Opens one connection. */
export type Dial = (dialling: Dialling, hearing: CallHearing) => Call;

const POLL_EVERY_MS = 2_000;

/**
 * DirectLineJS stops polling for good, and says nothing, when a poll fails; a request may take 20 s.
 * So a poller whose pulse has not been felt for this long is dead.
 */
const PULSE_LIMIT_MS = 25_000;

/**
 * Opens one connection with the real DirectLineJS, and tells when it is no longer any good.
 *
 * DirectLineJS mends some of its faults by itself, slowly and not all of them; so a call is given up at the first
 * fault, whatever it is, and the one after it begins from this one's watermark.
 */
export const dial: Dial = ({ transport, ...where }, hearing) => {
  const posts = new Set<() => void>();
  let isOver = false;
  const unlessOver =
    <T extends unknown[]>(act: (...values: T) => void) =>
    (...values: T) => {
      if (!isOver) act(...values);
    };
  const lost = unlessOver(() => {
    hangUp();
    hearing.lost();
  });
  const opened = unlessOver(hearing.opened);
  const line = directLine(where, transport, { opened, cut: lost });
  const pulse = transport === 'polling' ? feelPulse(line, opened, lost) : null;
  const statuses = line.connectionStatus$.subscribe((status) => {
    if (status >= ConnectionStatus.ExpiredToken) lost();
  });
  const activities = line.activity$.subscribe({ next: unlessOver(hearing.heard), error: lost, complete: lost });

  function hangUp(): void {
    if (isOver) return;
    isOver = true;
    pulse?.end();
    statuses.unsubscribe();
    activities.unsubscribe();
    line.end();
    for (const giveUp of posts) giveUp();
  }

  return {
    post: (activity) => (isOver ? Promise.resolve({ kind: 'again' }) : post(line, activity, posts)),
    place: () => ({ conversationId: told(line).conversationId ?? '', watermark: told(line).watermark }),
    hangUp,
  };
};

type Where = Omit<Dialling, 'transport'>;

function directLine(where: Where, transport: Transport, socket: SocketHearing): DirectLine {
  const { domain, token, locale } = where;
  const { conversationId, watermark } = where.place;
  return new DirectLine({
    domain,
    token,
    ...(conversationId && { conversationId, watermark }),
    conversationStartProperties: { locale },
    webSocket: transport === 'socket',
    pollingInterval: POLL_EVERY_MS,
    WebSocket: watchedSocket(socket),
  });
}

/** DirectLineJS declares these private, but there is no other way to learn how far it has heard. */
function told(line: DirectLine): { conversationId?: string; watermark: string } {
  return line as unknown as { conversationId?: string; watermark: string };
}

/** Every answer to a poll, an empty one as well, sets the watermark: its setting is the pulse. */
function feelPulse(line: DirectLine, felt: () => void, stopped: () => void): { end(): void } {
  let { watermark } = told(line);
  let timer = setTimeout(stopped, PULSE_LIMIT_MS);
  Object.defineProperty(line, 'watermark', {
    get: () => watermark,
    set(next: string) {
      watermark = next;
      clearTimeout(timer);
      timer = setTimeout(stopped, PULSE_LIMIT_MS);
      felt();
    },
  });
  return { end: () => clearTimeout(timer) };
}

function post(line: DirectLine, activity: Activity, posts: Set<() => void>): Promise<Delivery> {
  const { promise, resolve } = openPromise<Delivery>();
  const subscription = line.postActivity(activity).subscribe(
    (answer: unknown) => resolve(isId(answer) ? { kind: 'kept', id: answer } : { kind: 'again' }),
    (cause: unknown) => resolve(isRefusal(cause) ? { kind: 'refused', cause } : { kind: 'again' }),
  );
  const giveUp = () => {
    subscription.unsubscribe();
    resolve({ kind: 'again' });
  };
  posts.add(giveUp);
  return promise.finally(() => posts.delete(giveUp));
}

/** DirectLineJS answers `retry` when it means that the page should post again. */
function isId(answer: unknown): answer is string {
  return typeof answer === 'string' && answer !== '' && answer !== 'retry';
}

function isRefusal(cause: unknown): boolean {
  const { status } = (cause ?? {}) as { status?: unknown };
  return status === 400 || status === 413 || status === 415;
}
