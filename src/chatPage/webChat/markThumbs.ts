import { WORDS, type Words } from '../words.ts';
import thumbDown from './thumbDown.svg';
import thumbUp from './thumbUp.svg';
import type { Button, WebChatAction } from './webChatAction.ts';

/**
 * Gives the two thumbs under an answer their pictures, and a place behind the button for more: small as they are, both
 * find room there. Other buttons, and other actions, stay as they are.
 */
export function markThumbs(action: WebChatAction): WebChatAction {
  const activity = action.payload?.activity;
  const buttons = activity?.suggestedActions?.actions;
  if (action.type !== 'DIRECT_LINE/QUEUE_INCOMING_ACTIVITY' || !buttons?.some(verdictOf)) return action;
  const { talk } = WORDS[activity?.locale?.startsWith('en') ? 'en' : 'id'];
  const actions = [...buttons]
    .sort((one, other) => placeOf(one) - placeOf(other))
    .map((button) => ({ ...button, ...pictureOf(button, talk) }));
  const suggestedActions = { ...activity?.suggestedActions, actions };
  return { ...action, payload: { ...action.payload, activity: { ...activity, suggestedActions } } };
}

function placeOf(button: Button): number {
  if (verdictOf(button)) return 1;
  return fieldOf(button, 'do') === 'detail' ? 0 : 2;
}

function pictureOf(button: Button, talk: Words['talk']): object {
  const verdict = verdictOf(button);
  if (verdict === 'up') return { image: thumbUp, imageAltText: talk.thumbUp };
  return verdict === 'down' ? { image: thumbDown, imageAltText: talk.thumbDown } : {};
}

/** The verdict of a thumb, undefined for any other button. */
function verdictOf(button: Button): unknown {
  return fieldOf(button, 'verdict');
}

function fieldOf({ value }: Button, name: 'do' | 'verdict'): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
