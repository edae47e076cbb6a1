import { describe, expect, it } from '@jest/globals';
import { type FileRow, mergeRow, type StoredRow } from '../../src/knowledge/index.ts';

const file = (hash: string): FileRow => ({ table: 'entries', key: 'ska-lama', value: {}, hash });
const stored = (change: Partial<StoredRow> = {}): StoredRow => ({
  fileHash: 'a',
  liveOrigin: 'file',
  isLive: true,
  liveHash: 'a',
  ...change,
});

describe('mergeRow', () => {
  it.each([
    ['adds a new row', file('a'), undefined, 'add'],
    ['leaves what has not changed', file('a'), stored(), 'nothing'],
    ['revises what only the file changed', file('b'), stored(), 'revise'],
    ['leaves what only staff changed', file('a'), stored({ liveOrigin: 'staff', liveHash: 's' }), 'nothing'],
    ['proposes what both changed', file('b'), stored({ liveOrigin: 'staff', liveHash: 's' }), 'propose'],
    ['notes that both came to the same', file('s'), stored({ liveOrigin: 'staff', liveHash: 's' }), 'note'],
    [
      'proposes again what staff retired',
      file('b'),
      stored({ liveOrigin: 'staff', isLive: false, liveHash: null }),
      'propose',
    ],
    ['retires what left the files', undefined, stored(), 'retire'],
    ['keeps what staff worked on, also when it left the files', undefined, stored({ liveOrigin: 'staff' }), 'nothing'],
    ['keeps what never was in a file', undefined, stored({ fileHash: null, liveOrigin: 'staff' }), 'nothing'],
    ['retires once', undefined, stored({ isLive: false, liveHash: null }), 'nothing'],
    ['brings back what came back to the files', file('b'), stored({ isLive: false, liveHash: null }), 'revise'],
  ] as const)('%s', (_name, one, other, step) => {
    expect(mergeRow(one, other)).toBe(step);
  });
});
