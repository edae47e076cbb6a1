import { describe, expect, it } from '@jest/globals';
import { officeNames } from '../../src/knowledge/officeNames.ts';

describe('officeNames', () => {
  it('calls a trade office by its city with a word between', () => {
    expect(officeNames(['itpc osaka', 'Trade Attaché The Hague'])).toEqual(
      expect.arrayContaining(['itpc osaka', 'itpc di osaka', 'Trade Attaché in The Hague']),
    );
  });

  it('leaves other offices as they are', () => {
    expect(officeNames(['BPOM', 'Badan POM'])).toEqual(['BPOM', 'Badan POM']);
  });
});
