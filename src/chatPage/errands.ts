/** What the page asks of Web Chat, in Web Chat's own actions. */
export interface Errand {
  readonly type: string;
  readonly payload: object;
}

/** Errands that wait until Web Chat is there. */
export interface Errands {
  give(errand: Errand): void;
  /** Runs what waits, and from now on each one at once. */
  attend(run: (errand: Errand) => void): void;
}

/** A topic may be tapped seconds before Web Chat has been loaded; it is not lost. */
export function openErrands(): Errands {
  const waiting: Errand[] = [];
  let run: ((errand: Errand) => void) | null = null;
  return {
    give(errand) {
      if (run) run(errand);
      else waiting.push(errand);
    },
    attend(runner) {
      run = runner;
      for (const errand of waiting.splice(0)) runner(errand);
    },
  };
}

/** Says something with a button's value, as if a button of the bot had been tapped. */
export function tap(text: string, value: object): Errand {
  return { type: 'WEB_CHAT/SEND_MESSAGE_BACK', payload: { text, displayText: text, value } };
}

/** Tells the bot which language the exporter has chosen. */
export function tellLanguage(language: string): Errand {
  return { type: 'WEB_CHAT/SEND_EVENT', payload: { name: 'webchat/join', value: { language } } };
}

/** Puts words into the box, for the exporter to send. */
export function draft(text: string): Errand {
  return { type: 'WEB_CHAT/SET_SEND_BOX', payload: { text } };
}
