/** An activity as it travels and as it is stored: plain JSON, `timestamp` a string in ISO 8601. */
export interface WireActivity {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** The bot as exporters see it in `from` and `recipient`. */
export const BOT_ACCOUNT = { id: 'fta-center', name: 'FTA Center', role: 'bot' } as const;

/** The languages in which this channel itself may have to say something. */
export type Language = 'id' | 'en';

/**
 * The language a BCP 47 tag stands for, or null when it says nothing we can use.
 *
 * Javanese and Sundanese phones are answered in Indonesian.
 */
export function languageOf(tag: unknown): Language | null {
  if (typeof tag !== 'string') return null;
  if (/^(id|in|jv|su|ms)\b/i.test(tag)) return 'id';
  return /^en\b/i.test(tag) ? 'en' : null;
}
