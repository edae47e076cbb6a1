import {
  connect,
  createStoreWithOptions,
  disconnect,
  emitTypingIndicator,
  sendEvent,
  sendMessage,
  sendPostBack,
} from 'botframework-webchat-core';
import type { Seen } from './rawClient.ts';
import { openDirectLineJs, type RealClientOptions } from './realClient.ts';

Object.assign(globalThis, { window: globalThis });

/** The page of an exporter, without its looks: the real store of Web Chat on the real DirectLineJS. */
export interface WebChatPage {
  /** What stands in the transcript, top to bottom. */
  transcript(): Line[];
  activities(): Seen[];
  /** `connected`, `error` and so on, as Web Chat's banner goes by. */
  status(): string;
  /** How often the store waited for an echo, and how often it came. */
  posts(): { pending: number; fulfilled: number; rejected: number };
  userId(): string;
  kept(): { token: string; conversationId: string };
  say(text: string): void;
  event(name: string, value: unknown): void;
  postBack(value: unknown): void;
  typing(): void;
  close(): void;
}

/** Who said what; of the exporter's own words, whether they show as sent. */
export type Line = [who: string, text: string, status?: string];

interface State {
  activities: Seen[];
  connectivityStatus: string;
}

interface Action {
  type: string;
  meta?: { userID?: string };
}

const open = new Set<WebChatPage>();

/** Closes all pages that are still open; call it after each test. */
export function closePages(): void {
  for (const page of open) page.close();
}

/** Opens the page with what it has kept, as after a reload, or with a first token. */
export function openPage(url: string, options: RealClientOptions): WebChatPage {
  const directLine = openDirectLineJs(url, options);
  const actions: Action[] = [];
  const store = createStoreWithOptions(
    { ponyfill: { setTimeout: restless } as never },
    {},
    () => (next: (action: Action) => unknown) => (action: Action) => {
      actions.push(action);
      return next(action);
    },
  );
  const state = () => store.getState() as unknown as State;
  const dispatch = (action: unknown) => void store.dispatch(action as never);
  const count = (type: string) =>
    actions.filter((action) => action.type === `DIRECT_LINE/POST_ACTIVITY_${type}`).length;
  const inside = directLine as unknown as { token: string; conversationId: string };
  const page: WebChatPage = {
    activities: () => state().activities,
    transcript: () =>
      state()
        .activities.filter(({ type }) => type === 'message')
        .map(lineOf),
    status: () => state().connectivityStatus,
    posts: () => ({ pending: count('PENDING'), fulfilled: count('FULFILLED'), rejected: count('REJECTED') }),
    userId: () => actions.find(({ type }) => type === 'DIRECT_LINE/CONNECT_FULFILLED')?.meta?.userID ?? '',
    kept: () => ({ token: inside.token, conversationId: inside.conversationId }),
    say: (text) => dispatch(sendMessage(text, undefined)),
    event: (name, value) => dispatch(sendEvent(name, value)),
    postBack: (value) => dispatch(sendPostBack(value)),
    typing: () => dispatch(emitTypingIndicator()),
    close: () => {
      dispatch(disconnect());
      open.delete(page);
    },
  };
  open.add(page);
  dispatch(connect({ directLine, userID: undefined, username: undefined } as never));
  return page;
}

/** Web Chat looks after each message for five minutes, which is no reason to keep a test alive. */
function restless(act: () => void, milliseconds?: number): NodeJS.Timeout {
  return setTimeout(act, milliseconds).unref();
}

function lineOf({ from, text = '', channelData }: Seen): Line {
  if (from.role !== 'user') return [String(from.role), text];
  return ['user', text, String(channelData?.['webchat:send-status'])];
}
