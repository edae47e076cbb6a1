import { describe, expect, it } from '@jest/globals';
import { withoutCourtesy } from '../../src/understanding/words/courtesy.ts';
import { tokenise } from '../../src/understanding/words/tokenise.ts';

const left = (text: string) =>
  withoutCourtesy(tokenise(text))
    .map((token) => token.text)
    .join(' ');

describe('withoutCourtesy', () => {
  it.each([
    ['Selamat siang Bapak/Ibu, mohon dijelaskan cara mengurus SKA', 'cara mengurus ska'],
    ['Assalamualaikum wr wb, saya ingin bertanya biaya SKA berapa, terima kasih sebelumnya', 'biaya ska berapa'],
    ['Good afternoon, could you please tell me the fee? Thank you in advance', 'tell me the fee'],
  ])('leaves what is asked in %s', (text, asked) => {
    expect(left(text)).toBe(asked);
  });

  it.each(['selamat pagi bapak', 'terima kasih', 'halo admin'])('leaves %s, which says nothing else', (text) => {
    expect(left(text)).toBe(text);
  });
});
