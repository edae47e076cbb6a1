import { understand } from '../../../understanding/index.ts';
import type { Choice } from '../../action.ts';
import type { Reply } from '../../reply.ts';
import type { IntakeState, IntakeStep } from '../../talkState.ts';
import { languageOf, sayOfCase, type Turn } from '../../turn.ts';
import { askStep, caseChoice } from './askStep.ts';

const ASKS =
  /\?\s*$|\b(?:apa|apakah|berapa|brp|bagaimana|gimana|gmn|kapan|siapa|mana|kenapa|mengapa|bolehkah|bisakah|piye|opo|pira|what|how|when|where|which|who|why|can i|can we|do i|do we|is there)\b/i;
/** What is asked for here are a few words only: others, as short as a question, are likely one. */
const CLOSED: ReadonlySet<IntakeStep> = new Set(['perishable', 'confirm']);
const MOST_WORDS_OF_QUESTION = 6;
/** Small talk that is meant whatever she is asked. */
const ALWAYS_MEANT: ReadonlySet<string> = new Set([
  'talk.delete-data',
  'talk.language-id',
  'talk.language-en',
  'talk.stop',
]);
const MOST_WORDS_OF_WISH = 4;

/**
 * Is this a question of its own while she is asked for a case? An impatient exporter goes on asking, and her question
 * must not end up as the place where her goods are.
 *
 * Careful the other way round: what she tells of her problem often sounds like an entry. It has to ask, or to be short
 * where only "ya" or "setuju" was expected, and the answer must be known.
 */
export function isBesideIntake(turn: Turn, text: string): boolean {
  const { intake } = turn.state;
  const step = intake?.steps[0];
  if (!intake || intake.isPaused || !step) return false;
  const { decision, words } = understand(turn.published.model, text, { language: languageOf(turn) });
  if (decision.kind === 'answer' && decision.id.startsWith('talk.'))
    return ALWAYS_MEANT.has(decision.id) && words.length <= MOST_WORDS_OF_WISH;
  if (step === 'problem') return false;
  const isShort = CLOSED.has(step) && words.length > 1 && words.length <= MOST_WORDS_OF_QUESTION;
  return (
    (ASKS.test(text) || isShort) && (decision.kind === 'answer' || (decision.kind === 'clarify' && ASKS.test(text)))
  );
}

/** While a report waits, what asks nothing and answers to no entry is what she was asked for. */
export function isForWaitingIntake(turn: Turn, text: string): boolean {
  const { intake } = turn.state;
  if (!intake?.isPaused || intake.steps[0] === 'confirm' || ASKS.test(text)) return false;
  return understand(turn.published.model, text, { language: languageOf(turn) }).decision.kind !== 'answer';
}

/**
 * What she asked is answered, and in the same bubble the report goes on; where the answer asks back, the report waits.
 */
export function goOnAfter(turn: Turn, intake: IntakeState, replies: readonly Reply[]): Reply[] {
  const last = replies.at(-1);
  if (!last || turn.state.intake !== intake || !isSettled(turn))
    return [...replies.slice(0, -1), ...(last ? [pauseIntake(turn, last)] : [])];
  const question = askStep(turn);
  const isAtSummary = intake.steps[0] === 'confirm';
  const next = isAtSummary ? sayOfCase(turn, 'intake.notSent') : sayOfCase(turn, 'intake.goOn', { ask: question.text });
  const details = last.choices.filter(({ action }) => action.do === 'detail');
  return [...replies.slice(0, -1), { text: `${last.text}\n\n${next}`, choices: [...details, ...question.choices] }];
}

function isSettled({ records }: Turn): boolean {
  const { decision, entryId } = records.at(-1) ?? {};
  return decision === 'answer' || decision === 'brief' || entryId?.startsWith('talk.language-') === true;
}

/** Something else comes first, and the report waits for one tap. */
export function pauseIntake(turn: Turn, reply: Reply): Reply {
  const { intake } = turn.state;
  if (!intake) return reply;
  turn.state = { ...turn.state, intake: { ...intake, isPaused: true } };
  const resume: Choice = caseChoice(turn, 'resume');
  return { ...reply, choices: [...reply.choices, resume] };
}
