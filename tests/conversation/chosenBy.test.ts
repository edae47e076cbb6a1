import { describe, expect, it } from '@jest/globals';
import type { Choice } from '../../src/conversation/action.ts';
import { chosenBy } from '../../src/conversation/flows/choose.ts';

const OFFERED: Choice[] = [
  { title: 'Lama proses SKA', action: { do: 'ask', entry: 'ska-lama' } },
  { title: 'Bukan itu semua', action: { do: 'none-of-these' } },
];

describe('chosenBy', () => {
  it.each(['1', ' 1. ', 'no 1', 'nomor 1', 'pilih 1', 'lama proses ska', 'LAMA PROSES SKA!'])('reads "%s"', (text) => {
    expect(chosenBy(text, OFFERED)).toEqual({ do: 'ask', entry: 'ska-lama' });
  });

  it.each(['3', '0', '1 kontainer', 'lama proses', '100', ''])('leaves "%s" to be read as a question', (text) => {
    expect(chosenBy(text, OFFERED)).toBeUndefined();
  });
});
