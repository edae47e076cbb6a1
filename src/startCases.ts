import type { Logger } from 'pino';
import { Gauge, type Registry } from 'prom-client';
import { sayMoment, type Words } from './answers/index.ts';
import {
  type CaseDesk,
  type CaseStore,
  type CaseWork,
  type Notifier,
  type OutgoingMail,
  openCaseWork,
  openLiaisonDesk,
  openLiaisonPages,
} from './cases/index.ts';
import { openCaseReply } from './channels/caseReply/index.ts';
import type { Channel, ReadinessCheck } from './channels/http/index.ts';
import { lateMessage } from './channels/lateMessage.ts';
import type { Mailer, MailOutcome } from './channels/mail/index.ts';
import { writeTelling } from './conversation/index.ts';
import type { Knowledge } from './knowledge/index.ts';
import type { Job } from './storage/index.ts';

/** What the desk of cases is made from. */
export interface CaseDeskParts {
  readonly knowledge: () => Knowledge;
  readonly words: Words;
  readonly clock: () => Date;
  readonly random: (count: number) => Buffer;
  readonly secret: string;
  readonly publicUrl: () => string;
  readonly centreAddress: string;
}

/** The desk that cases are worked on with, in the words of the locales. */
export function caseDesk({ words, ...parts }: CaseDeskParts): CaseDesk {
  return { ...parts, sayMoment, say: (language, key, values) => words(language, `cases:${key}`, values) };
}

/** What runs beside the talks. */
export interface CaseParts {
  readonly desk: CaseDesk;
  readonly store: CaseStore;
  readonly mailer: Mailer;
  readonly words: Words;
  readonly log: Logger;
  readonly registry: Registry;
  /** Runs jobs; they stop when the returned function is called. */
  readonly runJobs: (jobs: readonly Job[]) => Promise<() => Promise<void>>;
}

/** What runs, and whether mails go out. */
export interface RunningCases {
  readonly channel: Channel;
  readonly check: ReadinessCheck;
}

/** The liaison's page, the sender that listens for what has to go out, and the jobs. */
export async function startCases(parts: CaseParts): Promise<RunningCases> {
  const { desk, store, mailer, words, log } = parts;
  const work = openCaseWork({
    desk,
    store,
    sendMail: (mail) => sendMail(mailer, mail, log),
    forgetMails: (keys) => mailer.forget(keys),
    // WhatsApp sends by itself what is said in a talk of its own.
    notifiers: { web: sayIn('directline'), whatsapp: sayIn('whatsapp') },
  });
  const sender = sendWhenTold(work, log);
  const stopListening = store.onOutbox(sender.wake);
  const stopJobs = await parts.runJobs(jobsOf(work, sender));
  sender.wake();
  const pages = openLiaisonPages(desk, openLiaisonDesk(desk, store));
  const page = openCaseReply({ pages, words: (language, key, values) => words(language, `cases:page.${key}`, values) });
  watchOutbox(parts.registry, store);
  const channel: Channel = {
    ...page,
    async stop() {
      stopListening();
      await stopJobs();
      await sender.stop();
      mailer.close();
    },
  };
  const isReady = async () => !(await store.isMailFailing());
  return { channel, check: { name: 'mail', isVital: false, isReady } };
}

/** What fails is told to the operator as well; the fault names no address. */
async function sendMail(mailer: Mailer, mail: OutgoingMail, log: Logger): Promise<MailOutcome> {
  const outcome = await mailer.send(mail);
  if (outcome.kind === 'failed') {
    const { fault, isFinal } = outcome;
    log.warn({ mail: mail.key, fault }, isFinal ? 'mail: refused for good' : 'mail: not sent, trying again later');
  }
  return outcome;
}

/** For the operator: what is on its way, what fails again and again, what was given up. */
function watchOutbox(registry: Registry, store: CaseStore): void {
  new Gauge({
    name: 'case_outbox_items',
    help: 'Mails and messages of cases that wait, that fail again and again among them, and that were given up',
    labelNames: ['state'],
    registers: [registry],
    async collect() {
      for (const [state, count] of Object.entries(await store.outboxState())) this.set({ state }, count);
    },
  });
}

/** Words that are kept with the talk: the channel brings them to her, now or on her return. */
function sayIn(channelId: string): Notifier {
  return async ({ conversationKey, telling, language }) => ({
    kind: 'append',
    activity: lateMessage(channelId, conversationKey, writeTelling(telling, language)),
  });
}

function jobsOf(work: CaseWork, sender: Sender): Job[] {
  return [
    { name: 'case-deadlines', cron: '* * * * *', run: work.checkDeadlines },
    { name: 'case-outbox', cron: '* * * * *', run: sender.sendNow },
    { name: 'case-retention', cron: '17 2 * * *', run: work.forget },
  ];
}

/** Sends in this process, one round after another. */
interface Sender {
  /** Something may be due; returns at once. */
  wake(): void;
  sendNow(): Promise<void>;
  stop(): Promise<void>;
}

/** What is put in while a round runs is sent by the next one. */
function sendWhenTold(work: CaseWork, log: Logger): Sender {
  let running: Promise<void> | undefined;
  let isAsked = false;
  let isStopping = false;
  async function rounds(): Promise<void> {
    while (isAsked && !isStopping) {
      isAsked = false;
      await work.send();
    }
  }
  function sendNow(): Promise<void> {
    isAsked = true;
    running ??= rounds().finally(() => {
      running = undefined;
    });
    return running;
  }
  return {
    sendNow,
    wake: () => void sendNow().catch((error) => log.error({ err: error }, 'outbox: trying again within a minute')),
    async stop() {
      isStopping = true;
      await running?.catch(() => undefined);
    },
  };
}
