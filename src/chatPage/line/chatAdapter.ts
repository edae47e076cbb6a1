import type { Activity } from 'botframework-directlinejs';
import type { Outbox } from './outbox.ts';
import { beginReplay, type Observable } from './replay.ts';

/** The Direct Line object that Web Chat gets: one for the whole life of the page. */
export interface ChatAdapter {
  readonly activity$: Observable<Activity>;
  readonly connectionStatus$: Observable<number>;
  /** Web Chat reads the exporter's id out of it. */
  readonly token: string;
  postActivity(activity: Activity): Observable<string>;
  end(): void;
}

const ONLINE = 2;

/** Opens one that is always online and sends by the outbox. */
export function openAdapter(token: string, activity$: Observable<Activity>, outbox: Outbox): ChatAdapter {
  const connectionStatus$ = beginReplay<number>();
  connectionStatus$.say(ONLINE);
  return {
    activity$,
    connectionStatus$,
    token,
    postActivity: (activity) => ({
      subscribe(observer) {
        const unsubscribe = outbox.put(activity, {
          kept: (id) => observer.next?.(id),
          refused: (cause) => observer.error?.(cause),
        });
        return { unsubscribe };
      },
    }),
    end: () => undefined,
  };
}
