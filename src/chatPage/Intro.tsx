import type { MouseEvent } from 'react';
import type { Language } from './language.ts';
import { Privacy } from './Privacy.tsx';
import { TOPIC_NAMES, type Topic } from './topics.ts';
import { WORDS } from './words.ts';

interface Props {
  language: Language;
  onTopic(topic: Topic): void;
  onForget(): void;
}

/** What can be asked here, topics to tap, and what is kept. */
export function Intro({ language, onTopic, onForget }: Props) {
  const words = WORDS[language];
  return (
    <section className="intro" id="intro" aria-labelledby="intro-heading">
      <h2 id="intro-heading">{words.intro.heading}</h2>
      <p>{words.intro.text}</p>
      <p className="topics-label" id="topics-label">
        {words.intro.topics}
      </p>
      <ul className="topics" aria-labelledby="topics-label">
        {TOPIC_NAMES.map((topic) => (
          <li key={topic}>
            <TopicLink topic={topic} language={language} onTopic={onTopic} />
          </li>
        ))}
      </ul>
      <Privacy words={words.privacy} onForget={onForget} />
    </section>
  );
}

/** A link as on a poster: tapped before the page has come to life, it begins the talk with its topic. */
function TopicLink({ topic, language, onTopic }: { topic: Topic; language: Language; onTopic(topic: Topic): void }) {
  const tap = (event: MouseEvent) => {
    event.preventDefault();
    onTopic(topic);
  };
  return (
    <a className="topic" href={`/?lang=${language}&topic=${topic}`} onClick={tap}>
      {WORDS[language].topics[topic].label}
    </a>
  );
}
