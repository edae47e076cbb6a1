import { describe, expect, it } from '@jest/globals';
import { findBonds } from '../../src/understanding/names/findBonds.ts';
import { indexNames } from '../../src/understanding/names/nameIndex.ts';
import { corpus } from './corpus.ts';

const index = indexNames(corpus.names);
const bondsOf = (...texts: string[]) =>
  findBonds(index, corpus.names, { id: 'one', phrasings: texts.map((text) => ({ text })) });

describe('findBonds', () => {
  it('binds an entry to the rows most of its phrasings name', () => {
    expect(bondsOf('kayu ke amerika', 'aturan kayu usa', 'lacey act')).toEqual({ destination: ['US'] });
  });

  it('leaves an entry free that names a row now and then', () => {
    expect(bondsOf('cara kirim', 'kirim ke jepang', 'ongkos kirim', 'kirim barang')).toEqual({});
  });

  it('counts a union for its members, and a member for its union', () => {
    expect(bondsOf('aturan eropa').destination).toEqual(['EU', 'HU']);
    expect(bondsOf('aturan hungaria').destination).toEqual(['EU', 'HU']);
  });

  it('leaves an entry free that is told its row', () => {
    expect(
      findBonds(index, corpus.names, { id: 'one', slots: ['destination'], phrasings: [{ text: 'ke jepang' }] }),
    ).toEqual({});
  });
});
