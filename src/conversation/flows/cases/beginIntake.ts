import type { Reply } from '../../reply.ts';
import type { IntakeState, IntakeStep } from '../../talkState.ts';
import { sayOfCase, type Turn } from '../../turn.ts';
import { askStep } from './askStep.ts';

type Door = IntakeState['door'];

/**
 * Begins an intake: what the talk knows already is not asked again, and there are at most four questions.
 *
 * @param before what is said first: the offices to call meanwhile
 */
export function beginIntake(turn: Turn, door: Door, before?: string): Reply {
  const { state } = turn;
  const intake: IntakeState = {
    door,
    isChanging: false,
    isPaused: false,
    ...ofDoor(turn, door),
    slots: state.slots,
    told: { problem: problemOf(turn, door) },
    steps: ['confirm'],
  };
  turn.state = { ...state, offersCase: false, intake: { ...intake, steps: stepsOf(intake) } };
  const question = askStep(turn);
  const start = [before, sayOfCase(turn, 'intake.start')].filter(Boolean).join('\n\n');
  return { ...question, text: `${start}\n\n${question.text}` };
}

/** Held goods are the customs' business, or when it happens abroad, that of several offices together. */
function ofDoor({ state }: Turn, door: Door): Pick<IntakeState, 'topic' | 'nearestUnit' | 'needsCoordination'> {
  const isAbroad = state.slots.destination !== undefined;
  if (door === 'stuck') return { topic: isAbroad ? 'kendala' : 'bea-cukai', needsCoordination: isAbroad };
  const { near } = state;
  if (!near || (door === 'person' && state.unsolved.length === 0)) return { topic: 'human', needsCoordination: false };
  return { topic: near.topic, nearestUnit: near.unit, needsCoordination: false };
}

function problemOf({ state }: Turn, door: Door): string | undefined {
  if (door === 'stuck') return state.stuck;
  return state.unsolved.length > 0 ? state.unsolved.join('\n') : undefined;
}

function stepsOf({ door, told, slots }: IntakeState): IntakeStep[] {
  if (door === 'stuck') return ['place', 'since', 'perishable', 'company', 'confirm'];
  const problem: IntakeStep[] = told.problem ? [] : ['problem'];
  const goods: IntakeStep[] = slots.product && slots.destination ? [] : ['goods'];
  return [...problem, ...goods, 'company', 'email', 'confirm'];
}
