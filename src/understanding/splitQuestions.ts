import type { Model } from './model.ts';
import { understand } from './understand.ts';
import { tokenise } from './words/tokenise.ts';

const MOST_QUESTIONS = 4;
const FEWEST_WORDS = 2;
/** Words that open a talk and ask nothing. */
const GREETINGS = new Set(
  `halo hallo hai hi hello dear permisi assalamualaikum wassalam salam selamat pagi siang sore malam good morning afternoon evening pak bu bapak ibu min admin mas mbak
kak bang gan mau tanya nanya izin ijin bertanya numpang nuwun sewu sir madam please tolong thanks makasih terima kasih ya`.split(
    /\s+/,
  ),
);
/** How sure it must be that a part is a question of its own: after a question mark, and after a mere "terus …". */
const SURE_AFTER_MARK = 0.35;
const SURE_AFTER_WORD = 0.6;

/** After a question mark, a line break, or before "2." the next question may begin. */
const MARKS = /(?<=\?)\s+|\s*\n+\s*|\s+(?=\d[.)]\s)/;
const ASKING =
  'berapa|brp|bagaimana|gimana|gmn|apa|apakah|kapan|di ?mana|ke ?mana|siapa|how|what|when|where|who|which|can|is|do|does';
const ASKS = new RegExp(`\\b(?:${ASKING}|perlu|butuh|bisa|boleh|cara|syarat|need|must|should)\\b`, 'i');
/** Words that begin another question within a sentence. */
const TURNS = new RegExp(
  `[,;.]?\\s+(?:(?:terus|trus|lalu|kemudian|satu lagi|sekalian|oh ya|oya|btw|and also|also|one more|another question)[,:]?\\s+|(?:dan|and|sama)\\s+(?=(?:${ASKING})\\b))`,
  'i',
);

/**
 * Parts a message that asks several things, one question each; any other message comes back whole.
 *
 * Careful: every part must be understood by itself, and each as another question. "Apa beda PEB dan NPE" is one.
 */
export function splitQuestions(model: Model, text: string): string[] {
  const whole = text.trim();
  const marked = joinRemarks(joinFragments(whole.split(MARKS)));
  const parts = areDifferent(model, marked, SURE_AFTER_MARK) ? marked : [whole];
  const turned = parts.flatMap((part) => splitAtTurn(model, part));
  return turned.length <= MOST_QUESTIONS ? turned : [whole];
}

function splitAtTurn(model: Model, text: string): string[] {
  const parts = joinFragments(text.split(TURNS));
  return areDifferent(model, parts, SURE_AFTER_WORD) ? parts : [text];
}

/** Statements and greetings go with the question they lead to: only a question closes a part, and it needs words. */
function joinFragments(pieces: readonly string[]): string[] {
  const parts: string[] = [];
  let open = '';
  for (const piece of pieces.map((one) => one.trim()).filter((one) => one !== '')) {
    open = open === '' ? piece : `${open} ${piece}`;
    if (countAsking(open) < FEWEST_WORDS) continue;
    parts.push(open);
    open = '';
  }
  if (open !== '') parts.push([parts.pop(), open].filter((one) => one !== undefined).join(' '));
  return parts;
}

/** "hs code sapu lidi berapa? buyer india minta": what follows a question and asks nothing belongs to it. */
function joinRemarks(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const isRemark = joined.at(-1)?.endsWith('?') && !part.includes('?') && !ASKS.test(part);
    joined.push(isRemark ? `${joined.pop()} ${part}` : part);
  }
  return joined;
}

function countAsking(text: string): number {
  return tokenise(text).filter(({ text: word }) => !GREETINGS.has(word)).length;
}

function areDifferent(model: Model, parts: readonly string[], sure: number): boolean {
  if (parts.length < 2) return false;
  const tops = parts.map((part) => {
    const { candidates, inScope } = understand(model, part);
    return inScope >= sure ? candidates[0]?.id : undefined;
  });
  return tops.every((id) => id !== undefined) && new Set(tops).size === parts.length;
}
