import { type Activity, ActivityHandler, type TurnContext } from 'botbuilder-core';
import { handoffStatus, initiateHandoff } from './handoff.ts';
import { readMessage } from './readMessage.ts';
import { takeTurn } from './takeTurn.ts';
import type { TalkDesk } from './talkDesk.ts';
import type { TalkStore } from './talkStore.ts';
import { writeReply } from './writeReply.ts';
import { writeTelling } from './writeTelling.ts';

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
  const taken = {
    id: activity.id ?? '',
    message: readMessage(activity),
    words: activity.text ?? '',
    isIndonesian: /^id\b/i.test(activity.locale ?? ''),
  };
  const { replies, language, handoff } = await takeTurn(taken, talk, desk);
  const said = [
    ...(await news(talk, language)),
    ...replies.map((reply) => writeReply(reply, language)),
    ...(handoff && understandsHandoff(talk) ? [initiateHandoff(handoff)] : []),
  ];
  if (said.length > 0) await context.sendActivities(said);
}

/** Azure Bot Service lets a bot speak only in a turn: what happened to her cases meanwhile is said at the next one. */
async function news(talk: TalkStore, language: 'id' | 'en'): Promise<Partial<Activity>[]> {
  if (talk.channel !== 'bot-service') return [];
  const tellings = await talk.cases.takeTellings();
  return tellings.flatMap((telling) => [writeTelling(telling, language), ...handoffStatus(telling)]);
}

/** The web page and WhatsApp would show the event to nobody. */
function understandsHandoff({ channel }: TalkStore): boolean {
  return channel === 'bot-service';
}
