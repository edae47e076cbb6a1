import { type Activity, type ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { WebSocket } from 'ws';
import { XMLHttpRequest } from 'xhr2';
import type { Seen } from './rawClient.ts';

// What the client finds in a browser.
Object.assign(globalThis, { XMLHttpRequest, WebSocket });

/** The real DirectLineJS, and everything it told its page. */
export interface RealClient {
  readonly directLine: DirectLine;
  /** Every activity, in the order in which the page got them. */
  readonly seen: readonly Seen[];
  /** 2 online, 3 expired token, 4 failed to connect, 5 ended. */
  readonly statuses: readonly ConnectionStatus[];
  /** Errors that ended the stream of activities: nothing comes after one. */
  readonly failures: readonly unknown[];
  watermark(): string;
  token(): string;
  /** What the client answers its page: the id, or `retry`. */
  post(activity: object): Promise<string>;
  end(): void;
}

export interface RealClientOptions {
  readonly token: string;
  readonly conversationId?: string;
  readonly watermark?: string;
  readonly webSocket?: boolean;
  /** How many times faster the client's own clock runs: it waits 3 s before it reconnects, 15 min before a refresh. */
  readonly hurry?: number;
}

const opened = new Set<DirectLine>();

/** Ends all clients that are still at work; call it after each test. */
export function endRealClients(): void {
  for (const directLine of opened) directLine.end();
  opened.clear();
}

export function openDirectLineJs(url: string, { hurry = 20, ...options }: RealClientOptions): DirectLine {
  // The types of its RxJS are older than ours.
  const services: object = { scheduler: hurried(hurry), random: () => 0, WebSocket };
  const directLine = new DirectLine({
    ...options,
    ...services,
    domain: `${url}/v3/directline`,
    pollingInterval: 200,
    conversationStartProperties: { locale: 'id-ID' },
  });
  opened.add(directLine);
  return directLine;
}

/** Connects as a page does: by asking for activities. */
export function openRealClient(url: string, options: RealClientOptions): RealClient {
  const directLine = openDirectLineJs(url, options);
  const [seen, statuses, failures]: [Seen[], ConnectionStatus[], unknown[]] = [[], [], []];
  directLine.connectionStatus$.subscribe((status) => statuses.push(status));
  directLine.activity$.subscribe(
    (activity) => seen.push(activity as unknown as Seen),
    (failure) => failures.push(failure),
  );
  const inside = directLine as unknown as { watermark: string; token: string };
  return {
    directLine,
    seen,
    statuses,
    failures,
    watermark: () => inside.watermark,
    token: () => inside.token,
    post: (activity) => directLine.postActivity(activity as Activity).toPromise(),
    end: () => directLine.end(),
  };
}

interface Scheduler {
  now(): number;
  schedule(work: unknown, delay?: number, state?: unknown): unknown;
}

/** The client's own scheduler, with a clock that runs faster. */
function hurried(times: number): Scheduler {
  const { scheduler } = (new DirectLine({}) as unknown as { services: { scheduler: Scheduler } }).services;
  return {
    now: () => scheduler.now() * times,
    schedule: (work, delay = 0, state) => scheduler.schedule(work, delay / times, state),
  };
}
