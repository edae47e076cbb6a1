import { BOT_ACCOUNT, type WireActivity } from './wireActivity.ts';

/** An activity said outside a turn, addressed as those of a turn are. */
export function lateMessage(channelId: string, conversationKey: string, activity: object): WireActivity {
  const addressed = {
    type: 'message',
    ...activity,
    channelId,
    from: BOT_ACCOUNT,
    conversation: { id: conversationKey },
  };
  return JSON.parse(JSON.stringify(addressed)) as WireActivity;
}
