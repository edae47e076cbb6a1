import type { Action, Choice } from '../action.ts';

/**
 * What was chosen of the choices shown last, typed instead of tapped: "2", "nomor 2", "2." or the words of the choice.
 *
 * A number beyond the list, or words that merely resemble a choice, choose nothing: they are read as a question.
 */
export function chosenBy(text: string, offered: readonly Choice[]): Action | undefined {
  const said = plain(text);
  const number = /^(?:no|nomor|nomer|pilihan|pilih|number|option|choice)?\s*(\d{1,2})$/.exec(said)?.[1];
  if (number) return offered[Number(number) - 1]?.action;
  return offered.find(({ title }) => plain(title) === said)?.action;
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
