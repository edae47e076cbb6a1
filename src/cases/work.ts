import { checkDeadline } from './acts/checkDeadline.ts';
import type { Case } from './case.ts';
import type { CaseDesk } from './caseDesk.ts';
import type { CaseStore, OutboxTelling, Sent } from './caseStore.ts';
import { composeMail, type OutgoingMail } from './mail/composeMail.ts';
import { backAgain } from './staffDesk.ts';

/**
 * Brings words to an exporter outside a turn, one for each channel. The web's gives the activity to append: it is kept with
 * the talk and waits for her there.
 *
 * It is called again after a crash, with the same `messageKey`: take it once. `failed` and not final: tried again later.
 */
export type Notifier = (item: OutboxTelling) => Promise<Sent>;

/** What the work is done with. */
export interface CaseWorkOptions {
  readonly desk: CaseDesk;
  readonly store: CaseStore;
  readonly sendMail: (mail: OutgoingMail) => Promise<Sent>;
  /** Takes away what mails left on this machine. */
  readonly forgetMails: (keys: readonly string[]) => Promise<void>;
  /** For each channel; a channel without one cannot be told, and staff sees that. */
  readonly notifiers: Readonly<Partial<Record<Case['channel'], Notifier>>>;
}

/** The work that nobody asks for. Each may run twice, at once, in several processes: what is done is done once. */
export interface CaseWork {
  /** Sends everything that is due. */
  send(): Promise<void>;
  /** Reminders, deputies, broken promises, cases that close by themselves, talks held too long. */
  checkDeadlines(): Promise<void>;
  /** Takes everything personal out of what has been closed long enough. */
  forget(): Promise<void>;
}

const NO_NOTIFIER: Sent = { kind: 'failed', fault: 'this channel cannot be told anything later', isFinal: true };

/** Puts the work together; the jobs call it. */
export function openCaseWork({ desk, store, sendMail, forgetMails, notifiers }: CaseWorkOptions): CaseWork {
  const tell = async (item: OutboxTelling) => (await notifiers[item.channel]?.(item)) ?? NO_NOTIFIER;
  const sendMails = () => untilNone(() => store.sendNextMail(desk.clock(), (mail) => sendOne(mail)));
  const sendOne = async (mail: Parameters<Parameters<CaseStore['sendNextMail']>[1]>[0]) => {
    if (mail.order.template === 'forget') {
      await forgetMails(mail.order.keys ?? []);
      return { kind: 'sent' } as const;
    }
    const composed = await composeMail(desk, store, mail);
    return composed ? sendMail(composed) : ({ kind: 'dropped' } as const);
  };
  return {
    async send() {
      await Promise.all([sendMails(), untilNone(() => store.tellNext(desk.clock(), tell))]);
    },
    async checkDeadlines() {
      const now = desk.clock();
      for (const number of await store.dueForCheck(now)) await store.move(number, checkDeadline(desk, now), now);
      for (const talk of await store.heldTooLong(now)) await store.giveBack(talk, backAgain(desk), SYSTEM, now);
    },
    async forget() {
      const { settings } = await store.rules();
      const now = desk.clock();
      const before = monthsBefore(now, settings.keepMonths);
      await untilNone(async () => {
        const numbers = await store.closedBefore(before);
        for (const number of numbers) await store.eraseCase(number, now);
        return numbers.length > 0;
      });
      await untilNone(async () => (await store.eraseQuietTalks(before, now)) > 0);
    },
  };
}

const SYSTEM = { kind: 'system' } as const;

async function untilNone(next: () => Promise<boolean>): Promise<void> {
  while (await next());
}

/** The same day so many months ago; the last of the month when there is no such day. */
export function monthsBefore(now: Date, months: number): Date {
  const then = new Date(now);
  then.setUTCMonth(then.getUTCMonth() - months);
  if (then.getUTCDate() !== now.getUTCDate()) then.setUTCDate(0);
  return then;
}
