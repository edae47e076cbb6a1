import { describe, expect, it } from '@jest/globals';
import { regulationNames } from '../../src/knowledge/regulationNames.ts';

describe('regulationNames', () => {
  it.each([
    ['PP 8/2025', 'PP nomor 8 tahun 2025'],
    ['PP 8/2025', 'peraturan pemerintah no 8 tahun 2025'],
    ['UU 17/2006', 'undang-undang nomor 17 tahun 2006'],
    ['PMK 155/PMK.04/2022', 'PMK 155/2022'],
    ['PMK 155/PMK.04/2022', 'PMK nomor 155/PMK.04/2022'],
    ['PER-9/BC/2023', 'PER 9/BC/2023'],
    ['Permendag 24/2018', 'Minister of Trade regulation number 24 of 2018'],
  ])('writes %s as %s', (citation, name) => {
    expect(regulationNames(citation).map((one) => one.toLowerCase())).toContain(name.toLowerCase());
  });

  it.each(['EUDR, Peraturan (EU) 2023/1115', 'Lacey Act', 'Kepmendag 1030 (2022 atau 2023)'])(
    'leaves %s as it is',
    (citation) => {
      expect(regulationNames(citation)).toEqual([]);
    },
  );
});
