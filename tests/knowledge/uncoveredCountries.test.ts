import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadKnowledge } from '../../src/knowledge/index.ts';
import { uncoveredCountries } from '../../src/knowledge/uncoveredCountries.ts';

const { knowledge } = loadKnowledge(join(import.meta.dirname, '../../knowledge'));
const uncovered = uncoveredCountries(knowledge);
const names = uncovered.flatMap((country) => country.names);

describe('uncoveredCountries', () => {
  it('names the countries that are no destination, in both languages', () => {
    expect(names).toEqual(expect.arrayContaining(['Mali', 'Korea Utara', 'North Korea', 'Burkina Faso', 'Israel']));
  });

  it('names no destination, neither by its code nor by an old one, and not home', () => {
    expect(uncovered.filter(({ id }) => knowledge.destinations.has(id))).toEqual([]);
    expect(names.filter((name) => /^(Jepang|Jerman|Germany|Rusia|Indonesia|Vietnam)$/.test(name))).toEqual([]);
  });
});
