import type { Case } from './case.ts';
import type { CaseDesk } from './caseDesk.ts';
import type { Telling, TellingChoice } from './decision.ts';
import { CENTRE } from './routing.ts';

/** What tellings are made with. */
type Voice = Pick<CaseDesk, 'say' | 'sayMoment' | 'knowledge'>;

/** How a sentence names a holder, in the exporter's language. */
export function holderName({ knowledge }: Pick<CaseDesk, 'knowledge'>, unit: string | null, language: 'id' | 'en') {
  return knowledge().liaisons.get(unit ?? CENTRE)?.shortName[language] ?? 'FTA Center';
}

/**
 * A step, told to the exporter in her language.
 *
 * @param key of `tell` in the locales; gets `number`, `unit` and `promise` besides the values given
 */
export function telling(
  voice: Voice,
  kase: Case,
  key: string,
  more: {
    readonly unit?: string | null;
    readonly promise?: Date | null;
    readonly words?: string;
    /** The number of another case. */
    readonly other?: string;
    readonly choices?: readonly TellingChoice[];
    readonly handoff?: Telling['handoff'];
  } = {},
): Telling {
  const { language, number } = kase;
  const unit = holderName(voice, more.unit === undefined ? kase.unit : more.unit, language);
  const at = more.promise === undefined ? kase.promisedAt : more.promise;
  const promise = at ? voice.sayMoment(at, language) : '';
  const text = voice.say(language, `tell.${key}`, {
    ...{ number, unit, promise, words: quoted(more.words ?? ''), other: more.other ?? '' },
  });
  return { text, choices: more.choices ?? [], ...(more.handoff && { handoff: more.handoff }) };
}

/** Somebody's words inside ours: set off, line by line, so that nobody takes them for the bot's. */
function quoted(words: string): string {
  return words
    .split(/\r?\n/)
    .map((line) => `> ${line}`)
    .join('\n');
}

/** A button that does something to this case. */
export function choiceOf({ say }: Pick<CaseDesk, 'say'>, { language, number }: Case, act: string): TellingChoice {
  return { title: say(language, `choice.${act}`), action: { do: 'case', act, number } };
}
