import { cutTitle } from './cutTitle.ts';

/** What can be tapped: its words, and what comes back. */
export interface Choice {
  readonly title: string;
  readonly value: unknown;
}

/** The tappable half of an interactive message. */
export type Tappable =
  | { readonly type: 'button'; readonly action: { readonly buttons: readonly ReplyButton[] } }
  | {
      readonly type: 'list';
      readonly action: { readonly button: string; readonly sections: readonly { readonly rows: readonly Row[] }[] };
    };

interface ReplyButton {
  readonly type: 'reply';
  readonly reply: { readonly id: string; readonly title: string };
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
}

/** How choices are written. */
export interface ChoiceOptions {
  /** Of the activity they belong to. */
  readonly sequence: number;
  /** The text numbers them already, so a number leads back to it. */
  readonly isNumbered: boolean;
  /** What opens the list. */
  readonly listButton: string;
}

const MOST_BUTTONS = 3;
const MOST_ROWS = 10;
const BUTTON = { title: 20, id: 256 };
const ROW = { title: 24, description: 72, id: 200 };

/**
 * Up to three choices as buttons, up to ten as a list, more not at all: then they are numbered in the text.
 *
 * A list also takes the place of buttons whose words would be cut, since its rows have room for them.
 */
export function toTappable(choices: readonly Choice[], options: ChoiceOptions): Tappable | undefined {
  if (choices.length === 0 || choices.length > MOST_ROWS) return undefined;
  const fits = choices.length <= MOST_BUTTONS && choices.every(({ title }) => cutTitle(title, BUTTON.title) === title);
  return fits ? toButtons(choices, options) : toList(choices, options);
}

function toButtons(choices: readonly Choice[], options: ChoiceOptions): Tappable {
  const titles = unique(choices.map(({ title }) => title));
  const buttons = choices.map((choice, at) => {
    const reply = { id: idOf(choice, at, options, BUTTON.id), title: cutTitle(titles[at] ?? '', BUTTON.title) };
    return { type: 'reply' as const, reply };
  });
  return { type: 'button', action: { buttons } };
}

function toList(choices: readonly Choice[], options: ChoiceOptions): Tappable {
  const numbered = choices.map(({ title }, at) => (options.isNumbered ? `${at + 1}. ${title}` : title));
  const titles = unique(numbered.map((title) => cutTitle(title, ROW.title)));
  const rows = choices.map((choice, at): Row => {
    const title = cutTitle(titles[at] ?? '', ROW.title);
    const isCut = title !== numbered[at];
    return {
      id: idOf(choice, at, options, ROW.id),
      title,
      ...(isCut && { description: cutTitle(choice.title, ROW.description) }),
    };
  });
  return { type: 'list', action: { button: cutTitle(options.listButton, BUTTON.title), sections: [{ rows }] } };
}

/** Meta takes no title twice; a number tells them apart. */
function unique(titles: readonly string[]): string[] {
  const isTwice = new Set(titles).size < titles.length;
  return titles.map((title, at) => (isTwice ? `${at + 1}. ${title}` : title));
}

/** What it does, in full; when that is too long, which choice of which activity it is: both mean the same for ever. */
function idOf({ value }: Choice, index: number, { sequence }: ChoiceOptions, room: number): string {
  const whole = JSON.stringify(value) ?? '';
  return whole !== '' && whole.length <= room ? whole : `${sequence}.${index}`;
}
