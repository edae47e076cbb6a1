import type { WebChatAction } from './webChatAction.ts';

/**
 * What to do before a message that failed is sent again: the failed bubble goes.
 *
 * Web Chat sends again under a new client id and leaves the failed bubble standing, so that the same words would be
 * read twice. A bubble without an id cannot be removed: so it is given one first, as something that has no bubble.
 */
export function withdrawFailed({ type, payload }: WebChatAction): WebChatAction[] {
  const activity = payload?.activity;
  const clientId = activity?.channelData?.clientActivityID;
  const hasFailed = activity?.channelData?.['webchat:send-status'] === 'send failed';
  if (type !== 'DIRECT_LINE/POST_ACTIVITY' || !hasFailed || !clientId) return [];
  const id = `withdrawn-${clientId}`;
  return [
    { type: 'DIRECT_LINE/INCOMING_ACTIVITY', payload: { activity: { ...activity, id, type: 'event' } } },
    { type: 'DIRECT_LINE/DELETE_ACTIVITY', payload: { activityID: id } },
  ];
}
