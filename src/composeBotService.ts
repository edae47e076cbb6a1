import { botServiceChannel, type TurnOptions } from './channels/botFramework/index.ts';
import type { Channel } from './channels/http/index.ts';
import type { BotServiceConfig } from './config.ts';
import type { TalkStore } from './conversation/index.ts';
import { type CaseOfFault, openBotServiceTalks, type Storage } from './storage/index.ts';

/** What Azure Bot Service gets from the other rooms. */
export interface BotServiceParts extends Omit<TurnOptions<TalkStore>, 'talks'> {
  /** Undefined for an operator who has not registered there. */
  registration: BotServiceConfig | undefined;
  storage: Storage;
  /** Makes the case of a turn that failed. */
  ofFault: CaseOfFault;
}

/** Puts the channel of Azure Bot Service together; without a registration its address does not exist. */
export function composeBotService({ registration, storage, ofFault, ...turn }: BotServiceParts): Channel[] {
  if (!registration) return [];
  return [botServiceChannel<TalkStore>({ ...turn, registration, talks: openBotServiceTalks(storage.db, ofFault) })];
}
