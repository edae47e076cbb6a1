import type { Log } from '../log.ts';
import type { ShowNow } from '../turns/showNow.ts';
import type { Random } from './secrets.ts';
import { type Announcements, PASSING_TOPIC, type PassingActivity } from './talks.ts';

export interface ShowNowOptions {
  readonly announcements: Announcements;
  readonly clock: () => Date;
  readonly random: Random;
  readonly log: Log;
}

/** Shows things on all open pages of a conversation, in every process, under ids, as Web Chat ignores what has none. */
export function openShowNow({ announcements, clock, random, log }: ShowNowOptions): ShowNow {
  return async (conversationKey, activity) => {
    const id = `${conversationKey}|p${random(9).toString('base64url')}`;
    const shown = { ...activity, id, timestamp: clock().toISOString() };
    const passing: PassingActivity = { conversationKey, activity: shown };
    try {
      await announcements.announce(PASSING_TOPIC, JSON.stringify(passing));
    } catch (error) {
      log.warn({ err: error }, 'direct line: could not show something in passing');
    }
    return id;
  };
}
