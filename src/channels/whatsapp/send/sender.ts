import { setTimeout as sleep } from 'node:timers/promises';
import { type DeliverOptions, deliverLane } from './deliver.ts';
import type { GraphAnswer } from './graphClient.ts';
import type { Lane } from './outbox.ts';
import { LEASE_MS } from './waits.ts';

export type SenderOptions = Omit<DeliverOptions, 'takeTurn' | 'observe' | 'listeningSince'> & {
  readonly observe?: (answer: GraphAnswer) => void;
};

/** Sends in this process what waits in storage. */
export interface Sender {
  wake(): void;
  start(): Promise<void>;
  /** Begins nothing new and waits for what is on its way. */
  stop(): Promise<void>;
  /** Why nothing goes out, while that is so. */
  stoppedBy(): number | null;
}

const MOST_AT_ONCE = 16;
const LOOK_EVERY_MS = 1_000;
const PROBE_EVERY_MS = 60_000;
const OVERLOAD_PAUSE_MS = 5_000;
/** The number as a whole was too fast. */
const OVERLOAD = new Set([4, 80007, 130429]);

/**
 * Sends to many people side by side, to each in order.
 *
 * When Meta takes nothing more (a token that ended, a number that was blocked) everything waits, the operator is told,
 * and once a minute one message finds out whether it goes again.
 */
export function openSender(options: SenderOptions): Sender {
  const { outbox, clock, log } = options;
  const running = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;
  let isLooking = false;
  let isWanted = false;
  let isStopping = false;
  let stopped: number | null = null;
  let pausedUntil = 0;
  let listeningSince = clock();

  function wake(): void {
    isWanted = true;
    if (isLooking || isStopping) return;
    isLooking = true;
    look()
      .catch((error) => log.error({ err: error }, 'whatsapp: could not look for what is to be sent, trying again'))
      .finally(() => {
        isLooking = false;
      });
  }

  async function look(): Promise<void> {
    while (isWanted && !isStopping) {
      isWanted = false;
      while (mayBegin()) {
        const lane = await outbox.claim(clock(), new Date(clock().getTime() + LEASE_MS));
        if (!lane) break;
        begin(lane);
      }
    }
  }

  /** While Meta takes nothing, one at a time finds out. */
  function mayBegin(): boolean {
    if (isStopping || clock().getTime() < pausedUntil) return false;
    return running.size < (stopped === null ? MOST_AT_ONCE : 1);
  }

  function begin(lane: Lane): void {
    const run = deliverLane(lane, { ...options, takeTurn, observe, listeningSince })
      .then((again) => outbox.release(lane.conversationKey, again, clock()))
      .catch((error) => log.error({ err: error }, 'whatsapp: sending failed, trying again when the lease ends'))
      .finally(() => {
        running.delete(run);
        wake();
      });
    running.add(run);
  }

  async function takeTurn(): Promise<void> {
    for (;;) {
      const wait = await outbox.takeNumberToken(clock());
      if (wait === 0) return;
      await sleep(wait);
    }
  }

  function observe(answer: GraphAnswer): void {
    options.observe?.(answer);
    const isStop = answer.kind === 'refused' && answer.as === 'stopped';
    if (isStop) noteStop(answer.code ?? 0);
    else if (stopped !== null && answer.kind !== 'unknown') noteStop(null);
    if (answer.kind === 'refused' && OVERLOAD.has(answer.code ?? -1)) pause(OVERLOAD_PAUSE_MS);
  }

  function noteStop(code: number | null): void {
    if (code === null) log.info({}, 'whatsapp: Meta takes messages again');
    else log.error({ code }, 'whatsapp: Meta takes no messages, everything waits; see docs/whatsapp.md');
    if (code !== null) pause(PROBE_EVERY_MS);
    stopped = code;
    outbox.noteStop(code, clock()).catch((error) => log.error({ err: error }, 'whatsapp: could not note the stop'));
  }

  function pause(milliseconds: number): void {
    pausedUntil = Math.max(pausedUntil, clock().getTime() + milliseconds);
  }

  return {
    wake,
    stoppedBy: () => stopped,
    async start() {
      listeningSince = clock();
      stopped = (await outbox.findStop())?.code ?? null;
      timer = setInterval(wake, LOOK_EVERY_MS);
      timer.unref();
      wake();
    },
    async stop() {
      isStopping = true;
      clearInterval(timer);
      await Promise.all(running);
    },
  };
}
