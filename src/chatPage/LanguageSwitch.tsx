import type { MouseEvent } from 'react';
import type { Language } from './language.ts';
import { WORDS } from './words.ts';

interface Props {
  language: Language;
  onSwitch(language: Language): void;
}

/** Two links, so that it works before the page has come to life; from then on it keeps the talk where it is. */
export function LanguageSwitch({ language, onSwitch }: Props) {
  const { label } = WORDS[language].switch;
  return (
    <nav className="switch" aria-label={label}>
      {(['id', 'en'] as const).map((each) => (
        <a
          key={each}
          href={`/?lang=${each}`}
          hrefLang={each}
          lang={each}
          title={WORDS[language].switch[each]}
          aria-current={each === language ? 'true' : undefined}
          onClick={(event: MouseEvent) => {
            event.preventDefault();
            onSwitch(each);
          }}
        >
          {each.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}
