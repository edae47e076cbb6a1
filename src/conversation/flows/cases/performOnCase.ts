import { type CaseRefusal, close, type Decide, reopen, supply } from '../../../cases/index.ts';
import type { Action } from '../../action.ts';
import type { Reply } from '../../reply.ts';
import type { TalkState } from '../../talkState.ts';
import { MOST_CHARACTERS_KEPT, say, sayOfCase, type Turn } from '../../turn.ts';
import { askStep, caseChoice } from './askStep.ts';
import { beginIntake } from './beginIntake.ts';
import { eraseData } from './eraseData.ts';
import { sendIntake, wordsOf } from './sendIntake.ts';
import { standingFor } from './showStatus.ts';
import { cancel, nextStep, takeStep } from './takeStep.ts';

type CaseAction = Extract<Action, { do: 'case' }>;

/** Does what a button says about a case or an intake. A button may be old: what no longer fits is said. */
export async function performOnCase(turn: Turn, action: CaseAction): Promise<Reply> {
  const { intake } = turn.state;
  const asked = action.number ?? '';
  const number = standingFor(turn, asked)?.number ?? asked;
  switch (action.act) {
    case 'begin':
      return beginIntake(turn, turn.state.unsolved.length > 0 ? 'unsolved' : 'person');
    case 'erase':
      return turn.state.awaited?.what === 'erase' ? eraseData(turn) : gone(turn);
    case 'keep':
      return { text: sayOfCase(turn, 'erase.kept'), choices: [] };
    case 'supply':
    case 'not-solved':
    case 'reopen':
      return awaitWords(turn, action.act, number);
    case 'add':
    case 'solved':
    case 'close':
      return moveMine(turn, action.act, number);
    case 'not-for-case':
      return { text: say(turn, 'unresolved.rephrase'), choices: [] };
    case 'cancel':
      return intake ? cancel(turn) : { text: sayOfCase(turn, 'await.cancelled'), choices: [] };
    default:
      return intake ? performOnIntake(turn, action, intake) : gone(turn);
  }
}

const CHANGES = {
  'change-problem': 'problem',
  'change-goods': 'goods',
  'change-company': 'company',
  'change-email': 'email',
} as const;

async function performOnIntake(
  turn: Turn,
  action: CaseAction,
  intake: NonNullable<TalkState['intake']>,
): Promise<Reply> {
  turn.state = { ...turn.state, intake: { ...intake, isPaused: false } };
  const isAtSummary = intake.steps[0] === 'confirm';
  switch (action.act) {
    case 'skip':
      return isAtSummary ? askStep(turn) : nextStep(turn, intake);
    case 'told':
      return isAtSummary ? askStep(turn) : takeStep(turn, intake, sayOfCase(turn, `choice.${action.words ?? 'no'}`));
    case 'agree':
    case 'desk-only':
      return isAtSummary ? sendIntake(turn, intake, action.act === 'agree') : askStep(turn);
    case 'change':
      return chooseChange(turn);
    case 'resume':
      return askStep(turn);
    default: {
      const step = CHANGES[action.act as keyof typeof CHANGES];
      turn.state = { ...turn.state, intake: { ...intake, isPaused: false, isChanging: true, steps: [step] } };
      return askStep(turn);
    }
  }
}

function chooseChange(turn: Turn): Reply {
  const acts = ['change-problem', 'change-goods', 'change-company', 'change-email', 'cancel'] as const;
  return { text: sayOfCase(turn, 'intake.whatToChange'), choices: acts.map((act) => caseChoice(turn, act)) };
}

function awaitWords(turn: Turn, act: 'supply' | 'not-solved' | 'reopen', number: string): Reply {
  const kase = turn.mine.find((one) => one.number === number);
  if (!kase) return gone(turn);
  const what = act === 'supply' ? 'supply' : 'reopen';
  turn.state = { ...turn.state, awaited: { what, number } };
  return { text: sayOfCase(turn, `await.${what}`, { number }), choices: [caseChoice(turn, 'cancel')] };
}

/** What she was asked for, or what was still missing in the reply. */
export async function takeAwaited(
  turn: Turn,
  awaited: Extract<TalkState['awaited'], { number: string }>,
  words: string,
): Promise<Reply> {
  const text = words.trim().slice(0, MOST_CHARACTERS_KEPT);
  const act = awaited.what === 'reopen' ? reopen : supply;
  return moved(turn, awaited.number, act(turn.desk.cases, acting(turn), text), awaited.what);
}

function acting({ now }: Turn) {
  return { actor: { kind: 'exporter' }, now } as const;
}

async function moveMine(turn: Turn, act: 'add' | 'solved' | 'close', number: string): Promise<Reply> {
  const { awaited } = turn.state;
  if (act === 'add') return awaited?.what === 'add' ? takeAwaited(turn, awaited, awaited.words) : gone(turn);
  const outcome = act === 'solved' ? 'solved' : 'withdrawn';
  return moved(turn, number, close(turn.desk.cases, acting(turn), outcome), act);
}

async function moved(turn: Turn, number: string, decide: Decide, done: string): Promise<Reply> {
  const result = await turn.cases.move(number, decide);
  if ('refused' in result) return refused(turn, result.refused, number);
  const key = done === 'add' ? 'supply' : done;
  return { text: sayOfCase(turn, `done.${key}`, wordsOf(turn, result.kase)), choices: [] };
}

function refused(turn: Turn, refusal: CaseRefusal, number: string): Reply {
  const isOver = refusal === 'wrong-state' || refusal === 'other-open';
  return { text: sayOfCase(turn, isOver ? `refused.${refusal}` : 'status.unknown', { number }), choices: [] };
}

function gone(turn: Turn): Reply {
  return { text: sayOfCase(turn, 'intake.gone'), choices: [] };
}
