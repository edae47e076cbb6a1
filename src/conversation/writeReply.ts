import { ActionTypes, type Activity, ActivityTypes, type CardAction } from 'botbuilder-core';
import type { Language } from '../answers/index.ts';
import type { Choice } from './action.ts';
import type { Reply } from './reply.ts';

/** A reply as an activity: Markdown, and choices as suggested actions that carry what they do. */
export function writeReply({ text, choices, isNumbered = false }: Reply, language: Language): Partial<Activity> {
  return {
    type: ActivityTypes.Message,
    text,
    textFormat: 'markdown',
    locale: language === 'id' ? 'id-ID' : 'en-US',
    ...(choices.length > 0 && { suggestedActions: { to: [], actions: choices.map(writeChoice) } }),
    ...(isNumbered && { channelData: { isNumbered } }),
  };
}

/** The title is what her own bubble says after the tap; the value is what the bot reads. */
function writeChoice({ title, action }: Choice): CardAction {
  return { type: ActionTypes.MessageBack, title, text: title, displayText: title, value: action };
}
