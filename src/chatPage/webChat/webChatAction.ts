/** As much of Web Chat's actions as the page looks at. */
export interface WebChatAction {
  type: string;
  payload?: {
    activityID?: string;
    activity?: {
      id?: string;
      type?: string;
      locale?: string;
      from?: { role?: string };
      channelData?: { clientActivityID?: string; 'webchat:send-status'?: string };
      suggestedActions?: { actions?: readonly Button[] };
    };
  };
}

/** A button under an answer. */
export interface Button {
  value?: unknown;
}
