import { describe, expect, it } from '@jest/globals';
import { addressOf, CENTRE, reachableDeputy, reachableUnit, unitFor } from '../../src/cases/routing.ts';
import { DEPUTY, UNIT, withAddresses } from '../support/testCaseDesk.ts';

const knowledge = withAddresses();
const about = (topic: string, agreement: string | null = null) => ({
  topic,
  agreement,
  product: null,
  destination: null,
});
const away = (from: string, until: string) => {
  const unit = knowledge.liaisons.get(UNIT);
  return {
    ...knowledge,
    liaisons: new Map(knowledge.liaisons).set(UNIT, { ...unit, away: [{ from, until }] } as never),
  };
};

describe('unitFor', () => {
  it('takes the first unit of the topic', () => {
    expect(unitFor(knowledge, about('ska'))).toBe(UNIT);
    expect(unitFor(knowledge, about('halal'))).toBe('bpjph');
  });

  it('prefers the row for the agreement', () => {
    expect(unitFor(knowledge, about('fta', 'IEU-CEPA'))).toBe('ditjen-ppi-bilateral');
    expect(unitFor(knowledge, about('fta', 'RCEP'))).toBe(CENTRE);
  });

  it('prefers agreement and product together to either of them', () => {
    const routes = [
      { topic: 'x', units: ['bpom'] },
      { topic: 'x', agreement: 'RCEP', units: ['bsn'] },
      { topic: 'x', product: 'kopi', agreement: 'RCEP', units: ['lnsw'] },
    ];
    const find = (agreement: string | null, product: string | null) =>
      unitFor({ ...knowledge, routes }, { ...about('x', agreement), product });
    expect([find(null, null), find('RCEP', null), find('RCEP', 'kopi'), find(null, 'kopi')]).toEqual([
      'bpom',
      'bsn',
      'lnsw',
      'bpom',
    ]);
  });

  it('falls back to the unit of the nearest entry, and then to the centre', () => {
    expect(unitFor(knowledge, about('no-such-topic'), 'bpom')).toBe('bpom');
    expect(unitFor(knowledge, about('no-such-topic'))).toBe(CENTRE);
    expect(unitFor(knowledge, about('no-such-topic'), 'no-such-unit')).toBe(CENTRE);
  });
});

describe('reachableUnit', () => {
  it('is the unit when staff has confirmed its address', () => {
    expect(reachableUnit(knowledge, UNIT, '2026-07-13')).toBe(UNIT);
  });

  it('is nobody without an address: the desk takes it', () => {
    expect(reachableUnit(knowledge, 'bpom', '2026-07-13')).toBeNull();
    expect(reachableUnit(knowledge, CENTRE, '2026-07-13')).toBeNull();
    expect(reachableUnit(knowledge, 'no-such-unit', '2026-07-13')).toBeNull();
  });

  it('is the deputy while the unit is away', () => {
    const absent = away('2026-07-10', '2026-07-20');
    expect(reachableUnit(absent, UNIT, '2026-07-20')).toBe(DEPUTY);
    expect(reachableUnit(absent, UNIT, '2026-07-21')).toBe(UNIT);
  });
});

describe('reachableDeputy', () => {
  it('is nobody when the deputy has no address', () => {
    expect(reachableDeputy(knowledge, UNIT, '2026-07-13')).toBe(DEPUTY);
    expect(reachableDeputy(withAddresses({ [UNIT]: 'fei@kemendag.example' }), UNIT, '2026-07-13')).toBeNull();
  });
});

describe('addressOf', () => {
  it('is where staff said cases are mailed', () => {
    expect([addressOf(knowledge, UNIT), addressOf(knowledge, null)]).toEqual(['fei@kemendag.example', null]);
  });
});
