import type { Reply } from '../../reply.ts';
import type { IntakeState } from '../../talkState.ts';
import { MOST_CHARACTERS_KEPT, sayOfCase, type Turn } from '../../turn.ts';
import { askStep, caseChoice } from './askStep.ts';
import { isForWaitingIntake } from './besideIntake.ts';
import { eraseData } from './eraseData.ts';
import { takeAwaited } from './performOnCase.ts';
import { asksForStatus, showStatus } from './showStatus.ts';
import { takeStep } from './takeStep.ts';

const YES = /^\s*(ya|iya|ya,? hapus|yes|yes,? delete)\s*[.!]*\s*$/i;
const CANCEL = /^\s*(batal|cancel|tidak jadi|gak jadi)\s*[.!]*\s*$/i;

const RESUME = /^\s*(lanjut(kan)?( laporan(nya)?)?|continue( (the|my) report)?)\s*[.!]*\s*$/i;

/** Words that are for a case, and not a question: an answer of the intake, what a unit asked for, a number. */
export async function readForCase(turn: Turn, text: string): Promise<Reply | undefined> {
  const { intake, awaited } = turn.state;
  if (intake?.isPaused && RESUME.test(text)) return resume(turn, intake);
  if (intake && (!intake.isPaused || isForWaitingIntake(turn, text)))
    return takeStep(turn, { ...intake, isPaused: false }, text);
  if (awaited) {
    const { awaited: _, ...rest } = turn.state;
    if (awaited.what === 'erase' && YES.test(text)) return eraseData(turn);
    turn.state = rest;
    if (CANCEL.test(text)) return { text: sayOfCase(turn, 'await.cancelled'), choices: [] };
    if (awaited.what === 'supply' || awaited.what === 'reopen') return takeAwaited(turn, awaited, text);
    if (awaited.what === 'add' && YES.test(text)) return takeAwaited(turn, awaited, awaited.words);
  }
  return asksForStatus(text) ? showStatus(turn, text) : undefined;
}

function resume(turn: Turn, intake: IntakeState): Reply {
  turn.state = { ...turn.state, intake: { ...intake, isPaused: false } };
  return askStep(turn);
}

/**
 * Words that answer no question of ours while a unit waits for her: likely they are for the unit. She is asked, for
 * what goes to an official cannot be taken back.
 */
export function mayBeForCase(turn: Turn, text: string): Reply | undefined {
  const kase = turn.mine.find(({ state }) => state === 'waiting-for-exporter');
  if (!kase) return undefined;
  const { number } = kase;
  turn.state = { ...turn.state, awaited: { what: 'add', number, words: text.slice(0, MOST_CHARACTERS_KEPT) } };
  return {
    text: sayOfCase(turn, 'await.add', { number }),
    choices: [caseChoice(turn, 'add', number), caseChoice(turn, 'not-for-case')],
  };
}
