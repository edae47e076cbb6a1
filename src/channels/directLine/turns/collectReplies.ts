import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder-core';
import type { ShowNow } from '../showNow.ts';
import { BOT_ACCOUNT, CHANNEL_ID, type WireActivity } from '../wireActivity.ts';
import type { Answer } from './turns.ts';

/** The bot, as channels know it: `talk` is whatever storage gives and the bot expects. */
export type Bot<Talk> = (context: TurnContext, talk: Talk) => Promise<void>;

/**
 * Lets a Bot Framework bot answer one activity, and collects what it sends instead of sending it.
 *
 * What is collected is kept in the transaction of the turn: either all replies are there and the turn has ended, or
 * none is and it waits. Errors of the bot come out as they are. Typing is shown at once and not collected.
 */
export function collectReplies<Talk>(bot: Bot<Talk>, showNow: ShowNow): Answer<Talk> {
  return async (activity, talk) => {
    const adapter = new CollectingAdapter((typing) => void showNow(conversationKeyOf(activity), typing));
    await adapter.run(activity, (context) => bot(context, talk));
    return adapter.close();
  };
}

function conversationKeyOf(activity: WireActivity): string {
  return (activity as Partial<Activity>).conversation?.id ?? '';
}

class CollectingAdapter extends BotAdapter {
  readonly #collected: WireActivity[] = [];
  readonly #show: (activity: WireActivity) => void;
  #isClosed = false;

  constructor(show: (activity: WireActivity) => void) {
    super();
    this.#show = show;
  }

  async run(activity: WireActivity, logic: (context: TurnContext) => Promise<void>): Promise<void> {
    const timestamp = new Date(String(activity.timestamp));
    const asRead = { ...activity, timestamp } as unknown as Activity;
    await this.runMiddleware(new TurnContext(this, asRead), logic);
  }

  /** What was sent; from now on nothing more is taken, for nobody would see it. */
  close(): readonly WireActivity[] {
    this.#isClosed = true;
    return this.#collected;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    if (this.#isClosed) throw new Error('The turn has ended: say it outside of a turn.');
    return activities.map((activity, index) => {
      this.#take(outgoing(activity, context.activity));
      return { id: `${context.activity.id}.${index}` };
    });
  }

  /** `trace` is for developers, `delay` and `invokeResponse` are no activities at all. */
  #take(activity: WireActivity): void {
    if (activity.type === 'typing') this.#show(activity);
    else if (SHOWN.has(activity.type)) this.#collected.push(activity);
  }

  override async updateActivity(): Promise<undefined> {
    throw new Error('What was said stays as it was said: send a correction.');
  }

  override async deleteActivity(): Promise<void> {
    throw new Error('What was said stays as it was said: send a correction.');
  }

  /** Late work says its words outside of a turn, see `Turns.say`. */
  override async continueConversation(_reference: Partial<ConversationReference>): Promise<void> {
    throw new Error('This channel has no turn to continue.');
  }
}

const SHOWN = new Set(['message', 'event', 'endOfConversation', 'handoff']);

function outgoing(activity: Partial<Activity>, incoming: Activity): WireActivity {
  const addressed = {
    ...activity,
    type: activity.type ?? 'message',
    channelId: CHANNEL_ID,
    from: BOT_ACCOUNT,
    recipient: { id: incoming.from.id, role: 'user' },
    conversation: { id: incoming.conversation.id },
  };
  return JSON.parse(JSON.stringify(addressed)) as WireActivity;
}
