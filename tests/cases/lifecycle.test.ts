import { describe, expect, it } from '@jest/globals';
import { CASE_STATES } from '../../src/cases/index.ts';
import { LIFECYCLE, nextState, refusalOf } from '../../src/cases/lifecycle.ts';

const ACTORS = ['exporter', 'staff', 'liaison', 'system'] as const;

/** Written out by hand, apart from the table: who may do what in which state (o open, l liaison, w waiting, a answered, c closed). */
const ALLOWED: Readonly<Record<keyof typeof LIFECYCLE, Readonly<Partial<Record<(typeof ACTORS)[number], string>>>>> = {
  accept: { liaison: 'l', staff: 'l' },
  ask: { liaison: 'ol', staff: 'ol' },
  supply: { exporter: 'olw', staff: 'olw' },
  'pass-on': { liaison: 'olw', staff: 'olw', system: 'olw' },
  postpone: { liaison: 'ol', staff: 'ol' },
  answer: { liaison: 'olw', staff: 'olw' },
  reopen: { exporter: 'ac', staff: 'ac' },
  close: { exporter: 'olwa', staff: 'olwa', system: 'olwa' },
  note: { staff: 'olwac' },
  take: { staff: 'olwa' },
  merge: { staff: 'olwa' },
  absorb: { staff: 'olwa' },
  remind: { system: 'ol' },
  lapse: { system: 'ol' },
};
const LETTERS = { open: 'o', 'with-liaison': 'l', 'waiting-for-exporter': 'w', answered: 'a', closed: 'c' } as const;
const ACTS = Object.keys(LIFECYCLE) as (keyof typeof LIFECYCLE)[];
const ALL = ACTS.flatMap((act) => CASE_STATES.flatMap((state) => ACTORS.map((actor) => ({ act, state, actor }))));

describe('LIFECYCLE', () => {
  it.each(ALL)('$act of a case that is $state by $actor', ({ act, state, actor }) => {
    const letters = ALLOWED[act][actor];
    const expected = letters === undefined ? 'not-yours' : letters.includes(LETTERS[state]) ? undefined : 'wrong-state';
    expect(refusalOf(act, state, actor)).toBe(expected);
  });
});

describe('nextState', () => {
  const LEADS: readonly (readonly [keyof typeof LIFECYCLE, (typeof CASE_STATES)[number], string | null, string])[] = [
    ['accept', 'with-liaison', 'unit', 'with-liaison'],
    ['ask', 'with-liaison', 'unit', 'waiting-for-exporter'],
    ['ask', 'open', null, 'waiting-for-exporter'],
    ['supply', 'waiting-for-exporter', 'unit', 'with-liaison'],
    ['supply', 'waiting-for-exporter', null, 'open'],
    ['pass-on', 'open', 'unit', 'with-liaison'],
    ['pass-on', 'with-liaison', null, 'open'],
    ['postpone', 'with-liaison', 'unit', 'with-liaison'],
    ['answer', 'with-liaison', 'unit', 'answered'],
    ['answer', 'open', null, 'answered'],
    ['reopen', 'answered', 'unit', 'with-liaison'],
    ['reopen', 'closed', null, 'open'],
    ['close', 'answered', 'unit', 'closed'],
    ['note', 'closed', null, 'closed'],
    ['take', 'answered', 'unit', 'answered'],
    ['merge', 'with-liaison', 'unit', 'closed'],
    ['absorb', 'waiting-for-exporter', 'unit', 'waiting-for-exporter'],
    ['remind', 'open', null, 'open'],
    ['lapse', 'with-liaison', 'unit', 'with-liaison'],
  ];
  it.each(LEADS)('%s of a case that is %s with %s leads to %s', (act, from, unit, to) => {
    expect(nextState(act, from, unit)).toBe(to);
  });
});
