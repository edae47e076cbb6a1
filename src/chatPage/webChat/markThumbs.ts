import { WORDS, type Words } from '../words.ts';
import thumbDown from './thumbDown.svg';
import thumbUp from './thumbUp.svg';
import type { Button, WebChatAction } from './webChatAction.ts';

/** Gives the two thumbs under an answer their pictures; other buttons, and other actions, stay as they are. */
export function markThumbs(action: WebChatAction): WebChatAction {
  const activity = action.payload?.activity;
  const buttons = activity?.suggestedActions?.actions;
  if (action.type !== 'DIRECT_LINE/QUEUE_INCOMING_ACTIVITY' || !buttons?.some(verdictOf)) return action;
  const { talk } = WORDS[activity?.locale?.startsWith('en') ? 'en' : 'id'];
  const actions = buttons.map((button) => ({ ...button, ...pictureOf(button, talk) }));
  const suggestedActions = { ...activity?.suggestedActions, actions };
  return { ...action, payload: { ...action.payload, activity: { ...activity, suggestedActions } } };
}

function pictureOf(button: Button, talk: Words['talk']): object {
  const verdict = verdictOf(button);
  if (verdict === 'up') return { image: thumbUp, imageAltText: talk.thumbUp };
  return verdict === 'down' ? { image: thumbDown, imageAltText: talk.thumbDown } : {};
}

/** The verdict of a thumb, undefined for any other button. */
function verdictOf({ value }: Button): unknown {
  if (typeof value !== 'object' || value === null || !('verdict' in value)) return undefined;
  return value.verdict;
}
