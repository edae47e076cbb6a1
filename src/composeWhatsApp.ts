import type { Logger } from 'pino';
import type { Words } from './answers/index.ts';
import type { Metrics } from './channels/http/index.ts';
import { openWhatsApp, type WhatsApp, whatsAppFigures } from './channels/whatsapp/index.ts';
import type { WhatsAppConfig } from './config.ts';
import type { Bot, TalkStore } from './conversation/index.ts';
import {
  type CaseOfFault,
  noteNotTold,
  openTurns,
  openWhatsAppInbox,
  openWhatsAppOutbox,
  type Storage,
} from './storage/index.ts';

/** What the WhatsApp channel gets from the other rooms. */
export interface WhatsAppParts {
  config: WhatsAppConfig;
  storage: Storage;
  bot: Bot;
  words: Words;
  metrics: Metrics;
  deps: { log: Logger; now(): Date; randomBytes(count: number): Buffer };
  /** Makes the case of a turn that failed. */
  ofFault: CaseOfFault;
}

/** Puts the WhatsApp channel together. */
export function composeWhatsApp({ config, storage, bot, words, metrics, deps, ofFault }: WhatsAppParts) {
  const newKey = () => deps.randomBytes(12).toString('hex');
  return openWhatsApp<TalkStore>({
    number: config,
    inbox: openWhatsAppInbox(storage.db, {
      phoneNumberId: config.phoneNumberId,
      newKey,
      tooFast: (language) => words(language, 'talk:tooFast'),
    }),
    outbox: openWhatsAppOutbox(storage.db, config.phoneNumberId),
    turns: openTurns(storage.db, 'whatsapp', ofFault),
    announcements: storage.announcements,
    bot,
    words: (language, key) => words(language, `whatsapp:${key}`),
    invitation: (language, number) =>
      number
        ? words(language, 'whatsapp:invitation.case', { number })
        : words(language, 'whatsapp:invitation.question'),
    apologise: (language, number) => words(language, 'cases:apology', { number }),
    onUndelivered: (untold) => noteNotTold(storage.db, untold, deps.now()),
    clock: deps.now,
    chance: () => deps.randomBytes(4).readUInt32BE() / 2 ** 32,
    newKey,
    log: deps.log,
    figures: whatsAppFigures(metrics.registry),
  }) satisfies Promise<WhatsApp>;
}
