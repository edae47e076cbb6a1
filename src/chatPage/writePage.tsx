import { renderToString } from 'react-dom/server';
import type { Language } from './language.ts';
import { Page, type ShownLine } from './Page.tsx';
import { WORDS } from './words.ts';

/** One language of the page as it is before it comes to life. */
export interface WrittenPage {
  title: string;
  description: string;
  noScript: string;
  /** HTML of the page itself. */
  body: string;
}

const NOT_YET: ShownLine = {
  state: () => 'connecting',
  onState: () => () => undefined,
  retry: () => undefined,
  adapter: new Promise(() => undefined),
};

/** Writes the page for the build, so that it can be read before a single script has arrived. */
export function writePage(language: Language): WrittenPage {
  const { title, description, noScript } = WORDS[language];
  const nothing = () => undefined;
  const body = renderToString(
    <Page
      initialLanguage={language}
      line={NOT_YET}
      Talk={() => null}
      onLanguage={nothing}
      onTopic={nothing}
      onForget={nothing}
    />,
  );
  return { title, description, noScript, body };
}
