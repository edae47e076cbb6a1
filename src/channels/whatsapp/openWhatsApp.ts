import type { Channel, ReadinessCheck } from '../http/index.ts';
import type { Log } from '../log.ts';
import { type Bot, collectReplies } from '../turns/collectReplies.ts';
import { runTurns } from '../turns/runTurns.ts';
import type { Turns } from '../turns/turns.ts';
import type { Language } from '../wireActivity.ts';
import type { WhatsAppInbox } from './receive/inbox.ts';
import { webhookRoutes } from './receive/webhook.ts';
import { workInbox } from './receive/workInbox.ts';
import { openGraph } from './send/graphClient.ts';
import type { Untold, WhatsAppOutbox } from './send/outbox.ts';
import { openReadMarks } from './send/readMarks.ts';
import { openSender } from './send/sender.ts';
import { sweep } from './send/sweep.ts';
import type { ChannelWords } from './write/writeBodies.ts';
import type { InvitationWords, Template } from './write/writeInvitation.ts';

/** One number at Meta, whole: half of it stops the start. */
export interface WhatsAppNumber {
  readonly phoneNumberId: string;
  readonly accessToken: string;
  /** Two while one replaces the other. */
  readonly appSecrets: readonly string[];
  readonly verifyToken: string;
  readonly graphUrl: string;
  readonly template: Template;
}

/** Word that something was said in a conversation, from any process; storage's own announcements fit. */
export interface Announcements {
  listen(topic: string, hear: (conversationKey: string) => void): () => void;
}

/** What the channel needs from outside. */
export interface WhatsAppOptions<Talk> {
  readonly number: WhatsAppNumber;
  readonly inbox: WhatsAppInbox;
  readonly outbox: WhatsAppOutbox;
  readonly turns: Turns<Talk>;
  readonly announcements: Announcements;
  readonly bot: Bot<Talk>;
  readonly words: ChannelWords;
  readonly invitation: InvitationWords;
  /** What an exporter reads when a turn has failed. */
  readonly apologise: (language: Language, caseNumber: string) => string;
  /** Told of everything that did not reach an exporter. */
  readonly onUndelivered: (untold: Untold) => Promise<void>;
  readonly clock: () => Date;
  /** Between 0 and 1. */
  readonly chance: () => number;
  readonly newKey: () => string;
  readonly log: Log;
  readonly figures?: Figures;
  /** How long the Graph API may take to answer; 15 s unless said. */
  readonly graphPatienceMs?: number;
}

/** Where the channel counts. */
export interface Figures {
  /** @param outcome `accepted`, `unknown`, or the class of the error */
  sent(outcome: string): void;
  /**
   * @param stoppedBy why nothing goes out, null when it does
   * @param countParked events that nobody could read
   */
  watch(stoppedBy: () => number | null, countParked: () => Promise<number>): void;
}

/** The channel, and a check that says when Meta takes nothing from us. */
export interface WhatsApp {
  readonly channel: Channel;
  readonly check: ReadinessCheck;
  /** Goes through what has waited, as it does by itself once a minute. */
  sweep(): Promise<void>;
}

const CHANNEL_ID = 'whatsapp';
/** As storage announces it, in the transaction that keeps what was said. */
const ACTIVITIES_TOPIC = 'activities';
/** Conversations of other channels are announced too. */
const OURS = 'wa_';
const TURNS_AT_ONCE = 6;
/** Less than the server waits before it closes the database. */
const STOP_PATIENCE_MS = 7_000;
const SWEEP_EVERY_MS = 60_000;

/**
 * Opens WhatsApp: what comes in is kept, then worked on; turns are taken as on the web; whatever is said in a
 * conversation of this channel, by the bot, a case or staff, is queued with it and sent.
 */
export async function openWhatsApp<Talk>(options: WhatsAppOptions<Talk>): Promise<WhatsApp> {
  const { number, inbox, clock, log, announcements } = options;
  const cutting = new AbortController();
  const patience = options.graphPatienceMs === undefined ? {} : { patienceMs: options.graphPatienceMs };
  const post = openGraph({ ...number, ...patience, cut: cutting.signal });
  const marks = openReadMarks(post);
  const showNow = async () => '';
  const answer = collectReplies(options.bot, showNow);
  const runner = runTurns({ ...options, channelId: CHANNEL_ID, showNow, answer, atOnce: TURNS_AT_ONCE });
  const sender = openSender({
    ...options,
    post,
    marks,
    template: number.template,
    observe: (given) => options.figures?.sent(given.kind === 'refused' ? given.as : given.kind),
  });
  options.figures?.watch(sender.stoppedBy, inbox.countParked);
  const worker = workInbox({
    inbox,
    clock,
    log,
    hear(heard) {
      marks.show(heard);
      runner.wake(heard.conversationKey);
    },
  });
  const stopListening = announcements.listen(ACTIVITIES_TOPIC, (key) => {
    if (key.startsWith(OURS)) sender.wake();
  });
  const sweepNow = () =>
    sweep(options).catch((error) => log.error({ err: error }, 'whatsapp: could not go through what waits'));
  const sweeper = setInterval(sweepNow, SWEEP_EVERY_MS);
  sweeper.unref();
  await runner.start();
  await sender.start();
  worker.start();
  return {
    channel: {
      routes: webhookRoutes({ ...number, inbox, clock, log, wake: worker.wake }),
      async stop() {
        clearInterval(sweeper);
        stopListening();
        const timer = setTimeout(() => cutting.abort(), STOP_PATIENCE_MS);
        await worker.stop();
        await Promise.all([runner.stop(), sender.stop()]);
        clearTimeout(timer);
      },
    },
    sweep: sweepNow,
    check: { name: 'whatsapp', isVital: false, isReady: () => sender.stoppedBy() === null },
  };
}
