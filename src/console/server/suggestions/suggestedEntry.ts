import { maskPersonal } from '../../../cases/index.ts';
import { dayInWib } from '../../../knowledge/index.ts';
import type { Suggestion } from './suggestion.ts';

const SHORT_FORM = 700;
const LONGEST_PHRASING = 300;
const LONGEST_TITLE = 120;
const MOST_PHRASINGS = 5;
const REVIEW_AFTER_DAYS = 182;
const DAY_MS = 24 * 3_600_000;

/**
 * An entry begun with a suggestion; the other language is empty, for a person writes it.
 *
 * Numbers and addresses of people are masked: what one exporter was told is about to be read by all.
 */
export function suggestedEntry(key: string, { questions, answer, language, unit, sources }: Suggestion, now: Date) {
  const other = language === 'id' ? 'en' : 'id';
  const phrasings = [...new Set(questions.map(plainLine))].filter((one) => one.length <= LONGEST_PHRASING);
  const title = plainLine(questions[0] ?? '').slice(0, LONGEST_TITLE);
  return {
    id: key,
    title: { [language]: title, [other]: '' },
    phrasings: { [language]: phrasings.slice(0, MOST_PHRASINGS), [other]: [] },
    answer: { [language]: answerOf(maskPersonal(answer).trim()), [other]: { short: '' } },
    sources: [...sources],
    checkedOn: dayInWib(now),
    reviewBy: dayInWib(new Date(now.getTime() + REVIEW_AFTER_DAYS * DAY_MS)),
    confirmed: true,
    related: [],
    unit,
  };
}

/** What fits one bubble; a longer answer stands whole in the detail, and is shortened by a person. */
function answerOf(words: string) {
  if (words.length <= SHORT_FORM) return { short: words };
  const cut = words.slice(0, SHORT_FORM - 2);
  const end = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('\n'), cut.lastIndexOf('? '));
  return { short: end > SHORT_FORM / 2 ? cut.slice(0, end + 1).trim() : `${cut.trim()} …`, detail: words };
}

/** One line without what is personal. */
export function plainLine(words: string): string {
  return maskPersonal(words).replace(/\s+/g, ' ').trim();
}

const MOST_WORDS_IN_KEY = 5;
const LONGEST_KEY = 60;
/** Words that say nothing of what is asked. */
const EMPTY = new Set(
  'apa apakah bagaimana gimana gmn cara caranya saya kami mau ingin bisa boleh untuk yang di ke dari dan atau ini itu ada min kak pak bu mohon tolong tanya kalau jika bila hubungi how if when what is the a an to can i we do does for of in my please'.split(
    ' ',
  ),
);

/** A key that says what it is about: `ska-hilang-jalan`. Free ones only; numbered where it is taken. */
export function freeKey({ questions, area }: Suggestion, isTaken: (key: string) => boolean): string {
  const words = plainLine(questions[0] ?? '')
    .normalize('NFKD')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  const telling = (words ?? []).filter((word) => !EMPTY.has(word) && word !== area).slice(0, MOST_WORDS_IN_KEY);
  const base = [area, ...telling].join('-').slice(0, LONGEST_KEY).replace(/-+$/, '');
  for (let n = 1; ; n++) {
    const key = n === 1 ? base : `${base}-${n}`;
    if (!isTaken(key)) return key;
  }
}
