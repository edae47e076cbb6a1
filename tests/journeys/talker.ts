/** What the bot says in one bubble, and what can be chosen beneath it. Marks of bold and italic are taken off. */
export interface Bubble {
  readonly text: string;
  readonly choices: readonly string[];
}

/** An exporter on one of the lines: says or taps something, and reads what comes back. The same for all of them. */
export interface Talker {
  /** The welcome that the talk began with. */
  readonly welcome: Bubble;
  say(text: string): Promise<Bubble[]>;
  /** Chooses by its whole title what was offered last: taps it, or, where it can only be typed, answers its number. */
  tap(title: string): Promise<Bubble[]>;
  /** Taps a button from long ago, or one that nobody made. */
  act(value: object, title?: string): Promise<Bubble[]>;
  /** Sends something that is no text, known by its media type. */
  attach(contentType: string): Promise<Bubble[]>;
  /** Says something and waits for no answer. */
  sayOnly(text: string): Promise<void>;
  /** Waits for words, said in answer or unasked. @returns the last bubble that has them */
  hears(wanted: string | RegExp): Promise<string>;
  /** The key of the talk in the database. */
  readonly conversationKey: string;
}

/** Words as she reads them, whatever the line marks bold and italic with. */
export function withoutMarks(text: string): string {
  return text.replace(/\*+/g, '').replace(/(?<![\p{L}\p{N}])_([^_\n]+)_(?![\p{L}\p{N}])/gu, '$1');
}

/** Whether a text says that. */
export function says(text: string, wanted: string | RegExp): boolean {
  return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
}

/** Taps a button that came with news of a case. */
export function tapOnCase(talker: Talker, act: string, number: string): Promise<Bubble[]> {
  return talker.act({ do: 'case', act, number }, act);
}
