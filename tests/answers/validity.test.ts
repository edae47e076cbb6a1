import { describe, expect, it } from '@jest/globals';
import { composeAnswer } from '../../src/answers/index.ts';
import { type Fact, isCurated } from '../../src/knowledge/index.ts';
import { shippedDesk } from './shippedDesk.ts';

const { knowledge } = shippedDesk();

function dayBefore(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

const curated = [...knowledge.entries.values()].filter(isCurated);
const changing = curated.flatMap(({ id, changes = [] }) => changes.map(({ from }) => ({ id, from })));
const ending = curated.flatMap(({ id, validUntil, changes }) => (validUntil && !changes ? [{ id, validUntil }] : []));

describe('answers that change on a day', () => {
  it('are there, the European preference among them', () => {
    expect(changing.map(({ from }) => from)).toContain('2027-01-01');
  });

  it.each(changing)('$id changes on $from, and not a day earlier', ({ id, from }) => {
    for (const language of ['id', 'en'] as const) {
      const before = composeAnswer(shippedDesk(dayBefore(from), language), id, {});
      const after = composeAnswer(shippedDesk(from, language), id, {});
      expect(after?.short).not.toBe(before?.short);
    }
  });

  it.each(ending.length > 0 ? ending : [{ id: 'none', validUntil: '' }])(
    '$id warns from the day after $validUntil',
    ({ id, validUntil }) => {
      if (id === 'none') return expect(ending).toEqual([]);
      expect(composeAnswer(shippedDesk(validUntil), id, {})?.short).not.toMatch(/^Perhatian/);
      expect(composeAnswer(shippedDesk(dayAfter(validUntil)), id, {})?.short).toMatch(/^Perhatian/);
    },
  );
});

describe('facts that begin or end on a day', () => {
  it('are said on their days only', () => {
    const faults: string[] = [];
    for (const { id, advice } of knowledge.destinations.values())
      for (const fact of advice) faults.push(...faultsOf(id, fact));
    expect(faults).toEqual([]);
  });
});

function faultsOf(destination: string, { id: words, validFrom, validUntil }: Fact): string[] {
  const isSaid = (day: string) => {
    const answer = composeAnswer(shippedDesk(day), 'destination.form', { destination: [destination] });
    return `${answer?.short} ${answer?.detail}`.includes(words);
  };
  const expected: [string | undefined, boolean][] = [
    [validFrom, true],
    [validFrom && dayBefore(validFrom), false],
    [validUntil, true],
    [validUntil && dayAfter(validUntil), false],
  ];
  return expected.flatMap(([day, isExpected]) =>
    day && isSaid(day) !== isExpected ? [`${destination} ${day}: ${words.slice(0, 60)}`] : [],
  );
}
