import type { Actor, CaseState, EventKind } from './case.ts';

/** What can be done to a case. */
export type Act =
  | 'accept'
  | 'ask'
  | 'supply'
  | 'pass-on'
  | 'postpone'
  | 'answer'
  | 'reopen'
  | 'close'
  | 'note'
  | 'take'
  | 'merge'
  | 'absorb'
  | 'remind'
  | 'lapse';

/** `holder`: with the unit that holds it, or at the centre's desk when none does. */
export type NextState = CaseState | 'holder' | 'same';

interface Rule {
  readonly from: readonly CaseState[];
  readonly by: readonly Actor['kind'][];
  readonly to: NextState;
  readonly event: EventKind;
}

const UNSOLVED = ['open', 'with-liaison', 'waiting-for-exporter'] as const;
const ANY = [...UNSOLVED, 'answered', 'closed'] as const;

/** The whole life of a case: who may do what in which state, and where it leads. Nothing moves a case beside it. */
export const LIFECYCLE: Readonly<Record<Act, Rule>> = {
  accept: { from: ['with-liaison'], by: ['liaison', 'staff'], to: 'same', event: 'case.accepted' },
  ask: {
    from: ['open', 'with-liaison'],
    by: ['liaison', 'staff'],
    to: 'waiting-for-exporter',
    event: 'case.asked',
  },
  supply: { from: UNSOLVED, by: ['exporter', 'staff'], to: 'holder', event: 'case.supplied' },
  'pass-on': { from: UNSOLVED, by: ['liaison', 'staff', 'system'], to: 'holder', event: 'case.passed-on' },
  postpone: { from: ['open', 'with-liaison'], by: ['liaison', 'staff'], to: 'same', event: 'case.postponed' },
  answer: { from: UNSOLVED, by: ['liaison', 'staff'], to: 'answered', event: 'case.answered' },
  reopen: { from: ['answered', 'closed'], by: ['exporter', 'staff'], to: 'holder', event: 'case.reopened' },
  close: { from: [...UNSOLVED, 'answered'], by: ['exporter', 'staff', 'system'], to: 'closed', event: 'case.closed' },
  note: { from: ANY, by: ['staff'], to: 'same', event: 'case.noted' },
  take: { from: [...UNSOLVED, 'answered'], by: ['staff'], to: 'same', event: 'case.taken' },
  // two cases of one exporter: the one ends, the other takes its words
  merge: { from: [...UNSOLVED, 'answered'], by: ['staff'], to: 'closed', event: 'case.merged' },
  absorb: { from: [...UNSOLVED, 'answered'], by: ['staff'], to: 'same', event: 'case.absorbed' },
  remind: { from: ['open', 'with-liaison'], by: ['system'], to: 'same', event: 'case.reminded' },
  lapse: { from: ['open', 'with-liaison'], by: ['system'], to: 'same', event: 'case.overdue' },
};

/** Why something is not done. Mapped to words where people read it. */
export type CaseRefusal =
  | 'wrong-state'
  | 'not-yours'
  /** Somebody else has written meanwhile. */
  | 'stale'
  | 'unknown'
  | 'erased'
  /** Another case of hers on the same subject is open. */
  | 'other-open'
  | 'no-such-unit'
  /** She did not agree that a unit reads it. */
  | 'not-shared'
  | 'bad-date'
  /** It goes on under another number. */
  | 'merged'
  /** Two cases are of two exporters. */
  | 'other-exporter';

/** Whether somebody may do that to a case that stands there; undefined: yes. */
export function refusalOf(act: Act, state: CaseState, by: Actor['kind']): CaseRefusal | undefined {
  const rule = LIFECYCLE[act];
  if (!rule.by.includes(by)) return 'not-yours';
  return rule.from.includes(state) ? undefined : 'wrong-state';
}

/** Where an act leads, given who holds the case afterwards. */
export function nextState(act: Act, state: CaseState, unit: string | null): CaseState {
  const { to } = LIFECYCLE[act];
  if (to === 'same') return state;
  if (to !== 'holder') return to;
  return unit === null ? 'open' : 'with-liaison';
}
