import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { assembleKnowledge, corpusOf, loadKnowledge } from '../../src/knowledge/index.ts';

describe('assembleKnowledge', () => {
  it('makes the same of the same rows, whatever their order and that of their fields', () => {
    const { located } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
    const rows = located.map(({ table, row }) => ({ table, row }));
    const turned = rows.toReversed().map(({ table, row }) => ({
      table,
      row: Object.fromEntries(Object.entries(row as object).reverse()),
    }));
    const [one, other] = [assembleKnowledge(rows), assembleKnowledge(turned)];
    expect(other.hash).toBe(one.hash);
    expect(corpusOf(other)).toEqual(corpusOf(one));
  });
});
