import type { Channel } from '../http/index.ts';
import { type Bot, collectReplies } from '../turns/collectReplies.ts';
import { runTurns } from '../turns/runTurns.ts';
import type { Turns } from '../turns/turns.ts';
import type { Language } from '../wireActivity.ts';
import { CHANNEL_ID } from './channelId.ts';
import { type DirectLineOptions, openDirectLine } from './openDirectLine.ts';
import { openShowNow } from './showNow.ts';

/** What the web chat needs: the channel's own needs, and a bot with its turns. */
export interface WebChatOptions<Talk> extends Omit<DirectLineOptions, 'wake' | 'showNow'> {
  readonly turns: Turns<Talk>;
  readonly bot: Bot<Talk>;
  /** What an exporter reads when a turn has failed. */
  readonly apologise: (language: Language, caseNumber: string) => string;
  /** How long the bot may think about one activity; 20 s unless said. */
  readonly turnLimitMs?: number;
  /** How long turns that run may go on when the process stops; 7 s unless said. */
  readonly stopPatienceMs?: number;
}

/**
 * Opens the web chat: Direct Line, and a runner that lets the bot answer what comes in.
 *
 * It begins with the turns that an earlier process has left behind. When it stops, streams close first, so that
 * clients look for another process at once; the turns that run are finished.
 */
export async function openWebChat<Talk>(options: WebChatOptions<Talk>): Promise<Channel> {
  const showNow = openShowNow(options);
  const runner = runTurns({ ...options, channelId: CHANNEL_ID, showNow, answer: collectReplies(options.bot, showNow) });
  const channel = openDirectLine({ ...options, showNow, wake: runner.wake });
  await runner.start();
  return {
    ...channel,
    async stop() {
      await channel.stop?.();
      await runner.stop();
    },
  };
}
