import {
  type Activity,
  BotAdapter,
  type ConversationReference,
  type ResourceResponse,
  TurnContext,
} from 'botbuilder-core';
import { BOT_ACCOUNT, type WireActivity } from '../wireActivity.ts';
import type { ShowNow } from './showNow.ts';
import type { Answer, Reply } from './turns.ts';

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
  readonly #collected: Reply[] = [];
  readonly #show: (activity: WireActivity) => void;
  #said = 0;
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
  close(): readonly Reply[] {
    this.#isClosed = true;
    return this.#collected;
  }

  override async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    this.#mustBeOpen();
    return activities.map((activity) => ({ id: this.#take(outgoing(activity, context.activity), context.activity) }));
  }

  /** `trace` is for developers, `delay` and `invokeResponse` are no activities at all. */
  #take(activity: WireActivity, { id: incomingId }: Activity): string {
    if (activity.type === 'typing') this.#show(activity);
    if (!SHOWN.has(activity.type)) return '';
    const id = `${incomingId}.${++this.#said}`;
    this.#collected.push({ id, activity, isInstead: false });
    return id;
  }

  /** Says something else in the place of what the bot said before, in this turn or an earlier one. */
  override async updateActivity(context: TurnContext, activity: Partial<Activity>): Promise<ResourceResponse> {
    this.#mustBeOpen();
    const reply = { id: String(activity.id), activity: outgoing(activity, context.activity) };
    const place = this.#collected.findIndex(({ id }) => id === reply.id);
    if (place === -1) this.#collected.push({ ...reply, isInstead: true });
    else this.#collected[place] = { ...reply, isInstead: this.#collected[place]?.isInstead ?? false };
    return { id: reply.id };
  }

  /** No channel of ours can take an activity away; one that says so can stand in its place. */
  override async deleteActivity(): Promise<void> {
    throw new Error('Nothing can be unsaid: update the activity.');
  }

  #mustBeOpen(): void {
    if (this.#isClosed) throw new Error('The turn has ended: say it outside of a turn.');
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
    channelId: incoming.channelId,
    from: BOT_ACCOUNT,
    recipient: { id: incoming.from.id, role: 'user' },
    conversation: { id: incoming.conversation.id },
  };
  return JSON.parse(JSON.stringify(addressed)) as WireActivity;
}
