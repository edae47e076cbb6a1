import ReactWebChat, { createStore } from 'botframework-webchat';
import { useMemo } from 'react';
import type { Errands } from './errands.ts';
import { type Language, LOCALES } from './language.ts';
import type { ChatAdapter } from './line/chatAdapter.ts';
import { styleNonce } from './styleNonce.ts';
import { markThumbs } from './webChat/markThumbs.ts';
import { renderMarkdown } from './webChat/renderMarkdown.ts';
import './webChat/webChat.css';
import { STYLE_OPTIONS } from './webChat/styleOptions.ts';
import type { WebChatAction } from './webChat/webChatAction.ts';
import { withdrawFailed } from './webChat/withdrawFailed.ts';
import { WORDS } from './words.ts';

/** What the talk needs from the page. */
export interface TalkProps {
  adapter: ChatAdapter;
  language: Language;
  errands: Errands;
  /** The exporter has said something, now or in an earlier life of the page. */
  onSpoken(): void;
}

/** The talk itself: Microsoft's Web Chat, with our colours, our Markdown and our words for what it names badly. */
export function Talk({ adapter, language, errands, onSpoken }: TalkProps) {
  const store = useMemo(() => openStore(errands, onSpoken), [errands, onSpoken]);
  const ownWords = useMemo(() => ownWordsOf(language), [language]);
  return (
    <ReactWebChat
      directLine={adapter}
      locale={LOCALES[language]}
      nonce={styleNonce()}
      overrideLocalizedStrings={ownWords}
      renderMarkdown={renderMarkdown}
      role="region"
      sendTypingIndicator={false}
      store={store}
      styleOptions={STYLE_OPTIONS}
    />
  );
}

type Dispatch = (action: object) => unknown;

function openStore(errands: Errands, onSpoken: () => void) {
  return createStore({}, ({ dispatch }: { dispatch: Dispatch }) => (next: Dispatch) => (action: WebChatAction) => {
    for (const before of withdrawFailed(action)) next(before);
    const result = next(markThumbs(action));
    if (action.type === 'DIRECT_LINE/CONNECT_FULFILLED') errands.attend(dispatch);
    if (isExporterSpeaking(action)) onSpoken();
    return result;
  });
}

function isExporterSpeaking({ type, payload }: WebChatAction): boolean {
  const isShown = type === 'DIRECT_LINE/INCOMING_ACTIVITY' || type === 'DIRECT_LINE/POST_ACTIVITY_PENDING';
  return isShown && payload?.activity?.type === 'message' && payload.activity.from?.role === 'user';
}

function ownWordsOf(language: Language): Record<string, string> {
  const { talk } = WORDS[language];
  return { TEXT_INPUT_PLACEHOLDER: talk.placeholder, ACTIVITY_BOT_SAID_ALT: talk.botSaid };
}
