import {
  type Answer,
  composeAnswer,
  type Desk,
  type Language,
  sayAnswer,
  sayMoment,
  type Words,
} from './answers/index.ts';
import type { Telling } from './cases/index.ts';
import type { AnswerMade, Sayings, ToSay } from './console/server/index.ts';
import { type Published, takeTurn } from './conversation/index.ts';
import { assembleKnowledge, checkRow, dayInWib, type Knowledge, type LiveRow } from './knowledge/index.ts';
import { openPassingTalk, passingCaseDesk } from './passingTalk.ts';

/** What sayings are made with. */
export interface SayingParts {
  readonly published: () => Published;
  readonly words: Words;
  readonly clock: () => Date;
}

/** Says answers once more, with the very parts that the bot answers with, and the words around them. */
export function openSayings({ published, words, clock }: SayingParts): Sayings {
  const knowledgeOf = rememberKnowledge();
  const deskFor = (rows: readonly LiveRow[], language: Language): Desk => {
    return { knowledge: knowledgeOf(rows), words, language, today: dayInWib(clock()) };
  };
  return {
    contentOf: (rows, { language, entry, slots }) => {
      const desk = deskFor(rows, language);
      const answer = composeAnswer(desk, entry, slots);
      return answer ? contentOf(desk, answer) : null;
    },
    tellCorrection: (rows, language, wrong) => tell(deskFor(rows, language), 'correction', wrong),
    tellAnswer: (rows, language, asked) => tell(deskFor(rows, language), 'answer', asked),
    answerNow: (question, language) => answerNow({ published, words, clock }, question, language),
  };
}

/** Putting two thousand rows together takes longer than an answer. */
function rememberKnowledge() {
  const known = new WeakMap<readonly LiveRow[], Knowledge>();
  return (rows: readonly LiveRow[]): Knowledge => {
    const knowledge = known.get(rows) ?? assembleKnowledge(rows.flatMap(checked));
    known.set(rows, knowledge);
    return knowledge;
  };
}

function checked({ table, value }: LiveRow) {
  const read = checkRow(table, value);
  return 'row' in read ? [{ table, row: read.row }] : [];
}

/** All of an answer but when it was checked, and by whom. */
function contentOf(desk: Desk, answer: Answer): string {
  const undated: Answer = { ...answer, checkedOn: '2000-01-01', certainty: 'confirmed' };
  return [sayAnswer(desk, undated), answer.detail ?? ''].join('\n\n');
}

function tell(desk: Desk, kind: 'correction' | 'answer', about: readonly ToSay[]): Telling {
  const { words, language } = desk;
  const answers = about.map((one) => ({ one, answer: composeAnswer(desk, one.entry, one.slots) }));
  const parts = answers.map(({ one, answer }) =>
    [asked(desk, one), answer ? sayAnswer(desk, answer) : words(language, 'talk:notice.withdrawn')].join('\n\n'),
  );
  const text = [words(language, `talk:notice.${kind}`), ...parts, words(language, `talk:notice.${kind}End`)];
  const [first] = answers;
  const detail = first?.answer?.detail ? [detailOf(desk, first.one)] : [];
  return { text: text.join('\n\n'), choices: [...detail, personOf(desk)] };
}

const MOST_CHARACTERS_QUOTED = 200;

/** Her own words, on a line of their own, so that she knows what it is about. */
function asked({ words, language }: Desk, { question, at }: ToSay): string {
  const flat = question.replace(/\s+/g, ' ').trim();
  const quoted = flat.length > MOST_CHARACTERS_QUOTED ? `${flat.slice(0, MOST_CHARACTERS_QUOTED)} …` : flat;
  return `${words(language, 'talk:notice.asked', { moment: sayMoment(at, language) })}\n\n> ${quoted}`;
}

function detailOf({ words, language }: Desk, { entry, slots }: ToSay): Telling['choices'][number] {
  return { title: words(language, 'talk:choice.detail'), action: { do: 'detail', entry, slots } };
}

/** Who has acted on a wrong answer, or still has none, gets to a person with one tap. */
function personOf({ words, language }: Desk): Telling['choices'][number] {
  return { title: words(language, 'cases:choice.begin'), action: { do: 'case', act: 'begin' } };
}

async function answerNow({ published, words, clock }: SayingParts, question: string, language: Language) {
  const talk = openPassingTalk(language);
  const message = { kind: 'said', text: question } as const;
  const cases = passingCaseDesk(published, clock);
  await takeTurn({ id: 'tell', message, words: question }, talk, { published, words, clock, cases });
  const [turn, ...others] = talk.turns;
  if (!turn?.entryId || others.length > 0) return null;
  if (turn.decision !== 'answer' && turn.decision !== 'brief') return null;
  const { slots = {} } = turn.explanation as { slots?: AnswerMade['slots'] };
  return { entry: turn.entryId, slots };
}
