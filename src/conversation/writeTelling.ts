import { ActionTypes, type Activity, ActivityTypes } from 'botbuilder-core';
import type { Telling } from '../cases/index.ts';

/** What an exporter is told outside a turn, as an activity: Markdown, and buttons that do something to her case. */
export function writeTelling({ text, choices }: Telling, language: 'id' | 'en'): Partial<Activity> {
  const actions = choices.map(({ title, action }) => ({
    type: ActionTypes.MessageBack,
    title,
    text: title,
    displayText: title,
    value: action,
  }));
  return {
    type: ActivityTypes.Message,
    text,
    textFormat: 'markdown',
    locale: language === 'id' ? 'id-ID' : 'en-US',
    ...(actions.length > 0 && { suggestedActions: { to: [], actions } }),
  };
}
