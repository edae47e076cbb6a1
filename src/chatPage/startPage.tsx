import { lazy, type ReactNode } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { draft, type Errands, openErrands, tap, tellLanguage } from './errands.ts';
import { type Language, LOCALES } from './language.ts';
import type { ChatAdapter } from './line/chatAdapter.ts';
import { dial } from './line/dial.ts';
import type { AskForPass } from './line/pass.ts';
import { SteadyLine } from './line/steadyLine.ts';
import { surroundings } from './line/surroundings.ts';
import { loadWhole } from './loadWhole.ts';
import { forgetAll, type Memories } from './memories.ts';
import { Page } from './Page.tsx';
import { startIn, TOPICS } from './topics.ts';
import { WORDS } from './words.ts';

/** What is known before the page comes to life. */
export interface StartOptions {
  memories: Memories;
  /** The language the page was written in. */
  shown: Language;
  /** The language the exporter wants. */
  wanted: Language;
  askForPass: AskForPass;
}

/** Begins to load at once, while the line is still connecting. */
const talkModule = import('./Talk.tsx');

/** Brings the page to life: connects the line, takes over what the build has written, and does what the link asks. */
export function startPage({ memories, shown, wanted, askForPass }: StartOptions): void {
  const errands = openErrands();
  const line = openLine(memories, wanted, askForPass);
  rememberLanguage(wanted, memories, errands);
  runStart(wanted, errands);
  const page = (
    <Page
      initialLanguage={wanted}
      line={line}
      Talk={openTalk(errands, memories)}
      onLanguage={(language) => {
        rememberLanguage(language, memories, errands);
        showAddress(language);
      }}
      onTopic={(topic, language) => errands.give(tap(WORDS[language].topics[topic].question, TOPICS[topic]))}
      onForget={() => {
        forgetAll(memories);
        location.reload();
      }}
    />
  );
  show(page, shown === wanted);
}

function openLine(memories: Memories, language: Language, askForPass: AskForPass): SteadyLine {
  return new SteadyLine({
    askForPass,
    dial,
    surroundings,
    unsent: memories.unsent,
    domain: `${location.origin}/v3/directline`,
    locale: LOCALES[language],
    random: Math.random,
    onStranger: () => location.reload(),
  });
}

function openTalk(errands: Errands, memories: Memories) {
  const onSpoken = () => {
    memories.spoken.write(true);
    document.documentElement.dataset.spoken = '';
    // What the link asked for has been said: a reload must not say it again.
    if (location.search.includes('topic=')) showAddress(document.documentElement.lang);
  };
  const given = { errands, onSpoken };
  return lazy(async () => {
    const { Talk } = await loadWhole(talkModule);
    return {
      default: (props: { adapter: ChatAdapter; language: Language }) => <Talk {...props} {...given} />,
    };
  });
}

/** The bot is told of a change only: a new talk begins in the page's language by itself. */
function rememberLanguage(language: Language, memories: Memories, errands: Errands): void {
  const told = memories.language.read();
  if (told !== null && told !== language) errands.give(tellLanguage(language));
  memories.language.write(language);
  document.documentElement.lang = language;
  document.title = WORDS[language].title;
}

function runStart(language: Language, errands: Errands): void {
  const { topic, draft: words } = startIn(new URLSearchParams(location.search));
  if (topic) errands.give(tap(WORDS[language].topics[topic].question, TOPICS[topic]));
  if (words) errands.give(draft(words));
}

function showAddress(language: string): void {
  history.replaceState(null, '', `/?lang=${language}`);
}

/** Takes the written page over as it stands; only when it was written in another language is it written anew. */
function show(page: ReactNode, isWritten: boolean): void {
  const root = document.getElementById('page');
  if (!root) throw new Error('the page has no root');
  if (isWritten) hydrateRoot(root, page);
  else createRoot(root).render(page);
}
