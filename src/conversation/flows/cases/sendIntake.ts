import { sayMoment } from '../../../answers/index.ts';
import { type Case, holderName, openCase } from '../../../cases/index.ts';
import type { Reply } from '../../reply.ts';
import type { IntakeState } from '../../talkState.ts';
import { languageOf, sayOfCase, type Turn } from '../../turn.ts';
import { aboutOf, caseChoice } from './askStep.ts';

/** The words she agreed to; a change of them is a new version. */
export const CONSENT_VERSION = '2026-11';

const MOST_OPEN = 10;

/**
 * Opens the case, and says its number, who has it and by when she hears.
 *
 * @param isShared she agreed that the unit may read it; otherwise only the centre's staff does
 */
export async function sendIntake(turn: Turn, intake: IntakeState, isShared: boolean): Promise<Reply> {
  const open = turn.mine.filter(({ state }) => state !== 'closed');
  if (open.length >= MOST_OPEN) return { text: sayOfCase(turn, 'intake.tooMany'), choices: [] };
  const { told } = intake;
  const plan = openCase(
    turn.desk.cases,
    { ...turn.talk, language: languageOf(turn) },
    {
      door: intake.door,
      about: aboutOf(intake),
      nearestUnit: intake.nearestUnit,
      isUrgent: intake.door === 'stuck',
      needsCoordination: intake.needsCoordination,
      consent: isShared ? CONSENT_VERSION : null,
      personal: { ...told, problem: told.problem ?? sayOfCase(turn, 'intake.noProblem') },
    },
  );
  const { kase, isJoined } = await turn.cases.open(plan);
  const { intake: _, ...rest } = turn.state;
  turn.state = { ...rest, unsolved: [], misses: 0 };
  turn.handoff = kase;
  return {
    text: isJoined ? joined(turn, kase) : opened(turn, kase),
    choices: [caseChoice(turn, 'supply', kase.number)],
  };
}

function opened(turn: Turn, kase: Case): string {
  const key = kase.unit === null ? 'intake.openedAtDesk' : 'intake.openedAtUnit';
  return [
    sayOfCase(turn, key, wordsOf(turn, kase)),
    ...(kase.personal?.email ? [sayOfCase(turn, 'intake.alsoMail')] : []),
    sayOfCase(turn, 'intake.afterwards', { number: kase.number }),
  ].join('\n\n');
}

function joined(turn: Turn, kase: Case): string {
  return sayOfCase(turn, 'intake.joined', wordsOf(turn, kase));
}

/** Number, holder and promise in words. */
export function wordsOf(turn: Turn, { number, unit, promisedAt }: Case) {
  const language = languageOf(turn);
  return {
    number,
    unit: holderName(turn.desk.cases, unit, language),
    promise: promisedAt ? sayMoment(promisedAt, language) : '',
  };
}
