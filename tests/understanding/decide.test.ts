import { describe, expect, it } from '@jest/globals';
import { COSTS, decide } from '../../src/understanding/decision/decide.ts';
import type { Candidate } from './door.ts';

const candidates = (...confidences: number[]): Candidate[] =>
  confidences.map((confidence, i) => ({ id: `e${i}`, confidence, parts: {} }));

describe('decide', () => {
  it('answers when sure and ahead', () => {
    expect(decide(candidates(0.93, 0.03), 0.97)).toEqual({ kind: 'answer', id: 'e0' });
  });

  it('asks back when two are close', () => {
    expect(decide(candidates(0.5, 0.4), 0.95)).toEqual({ kind: 'clarify', ids: ['e0', 'e1'] });
  });

  it('offers two to four choices', () => {
    const decision = decide(candidates(0.3, 0.2, 0.15, 0.12, 0.1, 0.05), 0.95);
    expect(decision.kind === 'clarify' && decision.ids.length).toBe(4);
  });

  it('leaves open what the knowledge hardly knows', () => {
    expect(decide(candidates(0.05, 0.02), 0.08)).toEqual({ kind: 'unresolved', reason: 'far' });
    expect(decide(candidates(0.2, 0.1), 0.35)).toEqual({ kind: 'unresolved', reason: 'near' });
    expect(decide([], 0)).toEqual({ kind: 'unresolved', reason: 'far' });
  });

  it('answers no less sure than a wrong answer costs', () => {
    const surest = 1 - COSTS.clarification / COSTS.wrongAnswer;
    expect(decide(candidates(surest - 0.05, 0.2), 0.99).kind).not.toBe('answer');
    expect(decide(candidates(surest + 0.05, 0.1), 0.99).kind).toBe('answer');
  });
});
