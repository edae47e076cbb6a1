import { ActivityHandler, type TurnContext } from 'botbuilder-core';
import { readMessage } from './readMessage.ts';
import { takeTurn } from './takeTurn.ts';
import type { TalkDesk } from './talkDesk.ts';
import type { TalkStore } from './talkStore.ts';
import { writeReply } from './writeReply.ts';

/** The bot as channels know it: one activity in, replies out, all that is kept goes to `talk`. */
export type Bot = (context: TurnContext, talk: TalkStore) => Promise<void>;

const TALK = Symbol('talk');

/** Makes the bot. It holds nothing between turns, so any process may take any turn. */
export function createBot(desk: TalkDesk): Bot {
  const handler = new ActivityHandler();
  const respond = async (context: TurnContext, next: () => Promise<void>) => {
    await answer(context, context.turnState.get<TalkStore>(TALK), desk);
    await next();
  };
  handler.onMessage(respond);
  handler.onEvent(respond);
  handler.onConversationUpdate(respond);
  return async (context, talk) => {
    context.turnState.set(TALK, talk);
    await handler.run(context);
  };
}

async function answer(context: TurnContext, talk: TalkStore, desk: TalkDesk): Promise<void> {
  const { activity } = context;
  const taken = { id: activity.id ?? '', message: readMessage(activity), words: activity.text ?? '' };
  const { replies, language } = await takeTurn(taken, talk, desk);
  if (replies.length > 0) await context.sendActivities(replies.map((reply) => writeReply(reply, language)));
}
