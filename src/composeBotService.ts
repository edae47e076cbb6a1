import { botServiceChannel, type TurnOptions } from './channels/botFramework/index.ts';
import type { Channel } from './channels/http/index.ts';
import type { BotServiceConfig } from './config.ts';
import type { TalkStore } from './conversation/index.ts';
import { openBotServiceTalks, type Storage } from './storage/index.ts';

/** What Azure Bot Service gets from the other rooms. */
export interface BotServiceParts extends Omit<TurnOptions<TalkStore>, 'talks'> {
  /** Undefined for an operator who has not registered there. */
  registration: BotServiceConfig | undefined;
  storage: Storage;
}

/** Puts the channel of Azure Bot Service together; without a registration its address does not exist. */
export function composeBotService({ registration, storage, ...turn }: BotServiceParts): Channel[] {
  if (!registration) return [];
  return [botServiceChannel<TalkStore>({ ...turn, registration, talks: openBotServiceTalks(storage.db) })];
}
