import { type ComponentType, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import { Bar } from './Bar.tsx';
import { Intro } from './Intro.tsx';
import { LineNotice } from './LineNotice.tsx';
import type { Language } from './language.ts';
import type { ChatAdapter } from './line/chatAdapter.ts';
import type { LineState } from './line/steadyLine.ts';
import type { Topic } from './topics.ts';
import { WORDS } from './words.ts';

/** The line, as far as the page shows it. */
export interface ShownLine {
  state(): LineState;
  onState(hear: () => void): () => void;
  retry(): void;
  /** There once the exporter has an id. */
  readonly adapter: Promise<ChatAdapter>;
}

/** What the page shows and does. All of it is given, so that the build can write the same page beforehand. */
export interface PageProps {
  initialLanguage: Language;
  line: ShownLine;
  /** Loaded after the page: it is ten times as heavy as all the rest. */
  Talk: ComponentType<{ adapter: ChatAdapter; language: Language }>;
  onLanguage(language: Language): void;
  onTopic(topic: Topic, language: Language): void;
  onForget(): void;
}

/** The whole page. */
export function Page({ initialLanguage, line, Talk, onLanguage, onTopic, onForget }: PageProps) {
  const [language, setLanguage] = useState(initialLanguage);
  const [isIntroOpen, setIntroOpen] = useState(false);
  const lineState = useSyncExternalStore(line.onState, line.state, line.state);
  const adapter = useArrival(line.adapter);
  const words = WORDS[language];
  const switchTo = (next: Language) => {
    setLanguage(next);
    onLanguage(next);
  };
  const ask = (topic: Topic) => {
    setIntroOpen(false);
    onTopic(topic, language);
  };
  const loading = <p className="loading">{words.talk.loading}</p>;
  return (
    <div className="page" data-intro={isIntroOpen ? 'open' : undefined}>
      <Bar language={language} isIntroOpen={isIntroOpen} onIntro={setIntroOpen} onSwitch={switchTo} />
      <LineNotice state={lineState} words={words.line} onRetry={line.retry} />
      <p className="unloaded">
        {words.unloaded.text} <a href={`/?lang=${language}`}>{words.unloaded.again}</a>
      </p>
      <main className="main">
        <Intro language={language} onTopic={ask} onForget={onForget} />
        <section className="talk" aria-label={words.talk.label}>
          {adapter ? (
            <Suspense fallback={loading}>
              <Talk adapter={adapter} language={language} />
            </Suspense>
          ) : (
            loading
          )}
        </section>
      </main>
    </div>
  );
}

function useArrival<T>(promise: Promise<T>): T | null {
  const [value, setValue] = useState<T | null>(null);
  useEffect(() => {
    void promise.then(setValue);
  }, [promise]);
  return value;
}
