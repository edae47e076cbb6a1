import { useTranslation } from 'react-i18next';

/** Reads names that rows of the knowledge have in both languages. */
export function useNamed(): (name: { readonly id: string; readonly en: string }) => string {
  const { i18n } = useTranslation();
  return (name) => (i18n.language === 'en' ? name.en : name.id);
}
