import { createInstance, type Resource } from 'i18next';
import enAnswers from '../../locales/en/answers.json' with { type: 'json' };
import enCases from '../../locales/en/cases.json' with { type: 'json' };
import enTalk from '../../locales/en/talk.json' with { type: 'json' };
import enWhatsApp from '../../locales/en/whatsapp.json' with { type: 'json' };
import idAnswers from '../../locales/id/answers.json' with { type: 'json' };
import idCases from '../../locales/id/cases.json' with { type: 'json' };
import idTalk from '../../locales/id/talk.json' with { type: 'json' };
import idWhatsApp from '../../locales/id/whatsapp.json' with { type: 'json' };

/** The languages everything is written in; Indonesian is the first. */
export type Language = 'id' | 'en';

/**
 * Says a sentence of the locales.
 *
 * @param key `answers:source`, `talk:greeting.hello`; a key that does not exist throws, so that no exporter reads one
 */
export type Words = (language: Language, key: string, values?: Readonly<Record<string, string | number>>) => string;

const RESOURCES: Resource = {
  id: { answers: idAnswers, cases: idCases, talk: idTalk, whatsapp: idWhatsApp },
  en: { answers: enAnswers, cases: enCases, talk: enTalk, whatsapp: enWhatsApp },
};

/** Opens the words of the talk, in both languages. Nothing is escaped: the result is Markdown, not HTML. */
export function openWords(resources: Resource = RESOURCES): Words {
  const i18n = createInstance();
  void i18n.init({
    initAsync: false,
    resources,
    lng: 'id',
    fallbackLng: false,
    ns: Object.keys(resources.id ?? {}),
    interpolation: { escapeValue: false },
    returnEmptyString: false,
  });
  return (language, key, values = {}) => {
    if (!i18n.exists(key, { lng: language })) throw new Error(`no words for "${key}" in "${language}"`);
    return i18n.t(key, { ...values, lng: language });
  };
}
