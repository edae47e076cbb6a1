import type { Log } from '../../log.ts';
import type { Untold, WhatsAppOutbox } from './outbox.ts';

export interface SweepOptions {
  readonly outbox: WhatsAppOutbox;
  readonly clock: () => Date;
  readonly log: Log;
  /** Told of everything that did not reach an exporter, at least once; staff can then call her. */
  readonly onUndelivered: (untold: Untold) => Promise<void>;
}

const DAY_MS = 24 * 3_600_000;

/**
 * Goes through what has waited: who was invited a day ago is reminded once, a day later staff are asked to call; and
 * whoever an undelivered message belongs to is told. Who had her data deleted is forgotten when nothing waits for her.
 */
export async function sweep({ outbox, clock, log, onUndelivered }: SweepOptions): Promise<void> {
  for (const lane of await outbox.findSilent(new Date(clock().getTime() - DAY_MS))) {
    if (lane.invitations < 2) await outbox.tryParked(lane.conversationKey, clock());
    else await outbox.giveUpParked(lane.conversationKey, 'no-answer');
  }
  for (const untold of await outbox.findUntold()) {
    const { conversationKey, sequence, reason } = untold;
    log.warn({ conversationKey, sequence, reason }, 'whatsapp: a message did not reach the exporter');
    await onUndelivered(untold);
    await outbox.noteTold(untold, clock());
  }
  await outbox.forgetPeople();
}
