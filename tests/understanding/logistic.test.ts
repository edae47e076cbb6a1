import { describe, expect, it } from '@jest/globals';
import { fitLogistic, type Logistic, probabilityOf } from '../../src/understanding/decision/logistic.ts';

const start: Logistic = { means: [0], spreads: [1], coefficients: [0.75, 0], signs: [0, 0] };

describe('fitLogistic', () => {
  it('stays finite when thousands of observations lie far from where it starts', () => {
    const observations = Array.from({ length: 4000 }, (_, n) => ({
      evidence: [n % 100 === 0 ? -6 : 4 + (n % 7)],
      holds: n % 100 !== 0,
      weight: 1,
    }));
    const fitted = fitLogistic(start, observations, 15);
    expect(fitted.coefficients.every((value) => Math.abs(value) < 20)).toBe(true);
    expect(probabilityOf(fitted, [6])).toBeGreaterThan(0.95);
    expect(probabilityOf(fitted, [-6])).toBeLessThan(0.2);
  });

  it('changes nothing without observations', () => {
    expect(fitLogistic(start, [], 15).coefficients).toEqual(start.coefficients);
  });
});
