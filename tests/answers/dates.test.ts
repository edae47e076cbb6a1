import { describe, expect, it } from '@jest/globals';
import { sayDay, sayMoment } from '../../src/answers/index.ts';

describe('sayMoment', () => {
  it.each([
    ['2026-07-14T09:00:00Z', 'Selasa, 14 Juli 2026, 16.00 WIB', 'Tuesday, 14 July 2026, 16.00 WIB'],
    ['2026-12-31T17:30:00Z', 'Jumat, 1 Januari 2027, 00.30 WIB', 'Friday, 1 January 2027, 00.30 WIB'],
    ['2028-02-28T17:05:00Z', 'Selasa, 29 Februari 2028, 00.05 WIB', 'Tuesday, 29 February 2028, 00.05 WIB'],
  ])('says %s in WIB', (moment, id, en) => {
    expect(sayMoment(new Date(moment), 'id')).toBe(id);
    expect(sayMoment(new Date(moment), 'en')).toBe(en);
  });
});

describe('sayDay', () => {
  it('says a day in both languages', () => {
    expect(sayDay('2026-11-24', 'id')).toBe('24 November 2026');
    expect(sayDay('2026-08-01', 'en')).toBe('1 August 2026');
  });
});
