import en from '../../locales/en/page.json' with { type: 'json' };
import id from '../../locales/id/page.json' with { type: 'json' };
import type { Language } from './language.ts';

/** Everything the page itself says, in one language. */
export type Words = typeof id;

/** Both languages travel with the page: together they weigh less than asking for the other one would. */
export const WORDS: Readonly<Record<Language, Words>> = { id, en };
