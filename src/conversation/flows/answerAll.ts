import type { Slots } from '../../answers/index.ts';
import type { Choice } from '../action.ts';
import type { Reply } from '../reply.ts';
import { say, type Turn } from '../turn.ts';
import { answerQuestion } from './answerQuestion.ts';
import { numbered } from './clarify.ts';

const MOST_CHOICES = 6;
const MOST_OF_ONE = 2;
const MOST_CHARACTERS_QUOTED = 90;

/**
 * Several questions of one message, each answered for itself under its own words.
 *
 * @param about rows named anywhere in the message: "mebel ke Korea. Form apa? Berapa lama?"
 * @returns one bubble a question; those that would ask back do so together, for nobody fills in three lists
 */
export function answerAll(turn: Turn, questions: readonly string[], about: Slots): readonly Reply[] {
  return askTogether(
    turn,
    questions.map((question) => withHeading(turn, question, answerQuestion(turn, question, about))),
  );
}

/** The replies that answer as they stand, and those that ask back as one list. */
export function askTogether(turn: Turn, replies: readonly Reply[]): readonly Reply[] {
  const asking = replies.filter(({ isNumbered }) => isNumbered);
  if (asking.length < 2) return replies;
  const answered = replies.filter(({ isNumbered }) => !isNumbered);
  const intro = say(turn, answered.length > 0 ? 'clarify.rest' : 'clarify.several');
  return [...answered, numbered(turn, intro, likeliestOf(asking))];
}

function likeliestOf(asking: readonly Reply[]): Choice[] {
  const entries = asking.map(({ choices }) => choices.filter(({ action }) => action.do === 'ask'));
  const likely = entries.flatMap((choices) => choices.slice(0, MOST_OF_ONE));
  const choices = [...new Map(likely.map((choice): [string, Choice] => [choice.title, choice])).values()];
  return choices.slice(0, MOST_CHOICES);
}

/** Each says what it answers, and its detail is told apart from the other's. */
function withHeading(turn: Turn, question: string, reply: Reply): Reply {
  return { ...reply, text: `${say(turn, 'question', { question: endOf(question) })}\n\n${reply.text}` };
}

/** The question stands at the end of what leads to it. */
function endOf(question: string): string {
  if (question.length <= MOST_CHARACTERS_QUOTED) return question;
  return `… ${question.slice(-MOST_CHARACTERS_QUOTED).replace(/^\S*\s+/, '')}`;
}
