import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { partnerNames } from '../../src/knowledge/partnerNames.ts';

const { knowledge } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
const named = (id: string) => {
  const agreement = knowledge.agreements.get(id);
  if (!agreement) throw new Error(`no agreement ${id}`);
  return partnerNames(knowledge, agreement).map((name) => name.toLowerCase());
};

describe('partnerNames', () => {
  it('calls a two-sided agreement by its partner', () => {
    expect(named('IC-CEPA')).toEqual(
      expect.arrayContaining(['perjanjian indonesia chile', 'indonesia chile agreement']),
    );
  });

  it('has no such name for an agreement of many', () => {
    expect(named('RCEP')).toEqual([]);
  });
});
