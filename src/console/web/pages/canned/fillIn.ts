import { PLACEHOLDERS, type Placeholder } from '../../../contract/canned.ts';

/** What is known of the case or talk at hand, in the language of who reads it. */
export type Known = (language: 'id' | 'en') => Readonly<Partial<Record<Placeholder, string | null | undefined>>>;

const ANY = new RegExp(`\\{(${PLACEHOLDERS.join('|')})\\}`, 'g');

/** A saved text with everything that is known in its place; what is not known stays open. */
export function fillIn(text: string, known: ReturnType<Known>): string {
  return text.replace(ANY, (written, name: Placeholder) => known[name] || written);
}

/** What a text still leaves open: nobody should be sent a brace. */
export function openIn(text: string): Placeholder[] {
  return [...new Set([...text.matchAll(ANY)].map(([, name]) => name as Placeholder))];
}
