import { LanguageSwitch } from './LanguageSwitch.tsx';
import type { Language } from './language.ts';
import { WORDS } from './words.ts';

interface Props {
  language: Language;
  isIntroOpen: boolean;
  onIntro(isOpen: boolean): void;
  onSwitch(language: Language): void;
}

/** Whose page it is, the way back to topics and privacy once the talk fills a small screen, and the languages. */
export function Bar({ language, isIntroOpen, onIntro, onSwitch }: Props) {
  const { centre, region, intro } = WORDS[language];
  return (
    <header className="bar">
      <Mark />
      <h1>
        {centre} <span>{region}</span>
      </h1>
      <button
        type="button"
        className="intro-button"
        aria-expanded={isIntroOpen}
        aria-controls="intro"
        onClick={() => onIntro(!isIntroOpen)}
      >
        {isIntroOpen ? intro.close : intro.open}
      </button>
      <LanguageSwitch language={language} onSwitch={onSwitch} />
    </header>
  );
}

/** A crate on its way over the sea. */
function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" fill="#fff" fillOpacity="0.14" />
      <path d="M9 9.5 16 6.5l7 3v7.5l-7 3-7-3z M9 9.5l7 3 7-3 M16 12.5V20" />
      <path d="M5.5 24.5c2.6-2 4.4-2 7 0s4.4 2 7 0 4.4-2 7 0" />
    </svg>
  );
}
