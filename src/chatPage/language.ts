/** The languages of the page. */
export type Language = 'id' | 'en';

/** As Direct Line and Web Chat name them. */
export const LOCALES: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-US' };

/** The language to show: what the link says, else what was chosen last, else Indonesian. */
export function wantedLanguage(query: URLSearchParams, chosen: unknown): Language {
  return languageOf(query.get('lang')) ?? languageOf(chosen) ?? 'id';
}

function languageOf(value: unknown): Language | undefined {
  return value === 'id' || value === 'en' ? value : undefined;
}
