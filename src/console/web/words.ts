import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { id } from './words/id.ts';

/** The languages of the console. */
export type Language = 'id' | 'en';

/** Opens the words of the console: Indonesian comes with the page, English when somebody wants it. */
export async function openWords(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    resources: { id },
    lng: 'id',
    fallbackLng: 'id',
    defaultNS: 'console',
    ns: ['console'],
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  if (language === 'en') await changeLanguage('en');
  document.documentElement.lang = language;
}

/** Changes the language at once, and keeps the choice for this browser. */
export async function changeLanguage(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'console')) {
    const { en } = await import('./words/en.ts');
    for (const [room, words] of Object.entries(en)) i18next.addResourceBundle('en', room, words);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  localStorage.setItem('language', language);
}
