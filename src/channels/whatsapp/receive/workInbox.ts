import type { Log } from '../../log.ts';
import type { Heard, WhatsAppInbox } from './inbox.ts';
import { readEvent } from './readEvent.ts';

export interface InboxWorkerOptions {
  readonly inbox: WhatsAppInbox;
  readonly clock: () => Date;
  readonly log: Log;
  /** Called for each message that is answered. */
  readonly hear: (heard: Heard) => void;
}

/** Works on kept events in this process. */
export interface InboxWorker {
  wake(): void;
  start(): void;
  stop(): Promise<void>;
}

const LOOK_EVERY_MS = 2_000;
const FORGET_EVERY_MS = 3_600_000;
/** Meta tries again for seven days; as long must a second delivery be known as one. */
const KEEP_MS = 8 * 24 * 3_600_000;

/**
 * Takes up kept events at once, and every two seconds those that another process left behind.
 *
 * One round runs at a time, here and, by storage, everywhere: so events are acted on in the order in which they came.
 */
export function workInbox({ inbox, clock, log, hear }: InboxWorkerOptions): InboxWorker {
  let running: Promise<void> | null = null;
  let isWanted = false;
  let isStopping = false;
  const timers: NodeJS.Timeout[] = [];

  async function run(): Promise<void> {
    while (isWanted && !isStopping) {
      isWanted = false;
      const { count, parked, said } = await inbox.work((event) => readEvent(event, clock()), clock());
      if (parked > 0) log.error({ parked }, 'whatsapp: events could not be read and are parked');
      for (const heard of said) hear(heard);
      isWanted ||= count > 0;
    }
  }

  function wake(): void {
    isWanted = true;
    if (running || isStopping) return;
    running = run()
      .catch((error) => log.error({ err: error }, 'whatsapp: the inbox could not be worked on, trying again'))
      .finally(() => {
        running = null;
        if (isWanted) wake();
      });
  }

  function forget(): void {
    inbox
      .forget(new Date(clock().getTime() - KEEP_MS))
      .catch((error) => log.warn({ err: error }, 'whatsapp: could not forget old events'));
  }

  return {
    wake,
    start() {
      timers.push(setInterval(wake, LOOK_EVERY_MS), setInterval(forget, FORGET_EVERY_MS));
      for (const timer of timers) timer.unref();
      wake();
    },
    async stop() {
      isStopping = true;
      for (const timer of timers) clearInterval(timer);
      await running;
    },
  };
}
