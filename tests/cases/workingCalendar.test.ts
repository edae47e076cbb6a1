import { describe, expect, it } from '@jest/globals';
import { sayMoment } from '../../src/answers/index.ts';
import { openCalendar } from '../../src/cases/index.ts';
import { RULES } from './aCase.ts';

/** The decree for 2026, as staff would enter it: joint leave, and two days that the reckoned calendar has otherwise. */
const DECREE = [
  { day: '2026-03-18', isOff: true, name: 'Cuti bersama Nyepi' },
  { day: '2026-03-20', isOff: true, name: 'Cuti bersama Idulfitri' },
  { day: '2026-03-23', isOff: true, name: 'Cuti bersama Idulfitri' },
  { day: '2026-03-24', isOff: true, name: 'Cuti bersama Idulfitri' },
  { day: '2026-12-24', isOff: true, name: 'Cuti bersama Natal' },
];
const calendar = openCalendar({ ...RULES, daysOff: DECREE });

/** `2026-07-13 17.30` in WIB. */
function wib(text: string): Date {
  const [day, hour] = text.split(' ');
  return new Date(`${day}T${hour?.replace('.', ':')}:00+07:00`);
}

describe('endOfWorkingDay', () => {
  const TABLE: readonly (readonly [string, number, string, string])[] = [
    ['2026-07-13 09.00', 1, 'Selasa, 14 Juli 2026, 16.00 WIB', 'a Monday morning: Tuesday'],
    ['2026-07-13 07.00', 1, 'Selasa, 14 Juli 2026, 16.00 WIB', 'before hours counts as that day'],
    ['2026-07-13 16.00', 1, 'Rabu, 15 Juli 2026, 16.00 WIB', 'at closing time it is the next day'],
    ['2026-07-17 10.00', 1, 'Senin, 20 Juli 2026, 16.00 WIB', 'Friday morning: Monday'],
    ['2026-07-17 18.00', 1, 'Selasa, 21 Juli 2026, 16.00 WIB', 'Friday evening came in on Monday'],
    ['2026-07-18 12.00', 1, 'Selasa, 21 Juli 2026, 16.00 WIB', 'so did Saturday'],
    ['2026-07-19 23.59', 1, 'Selasa, 21 Juli 2026, 16.00 WIB', 'and Sunday at midnight'],
    ['2026-03-17 10.00', 1, 'Rabu, 25 Maret 2026, 16.00 WIB', 'before Nyepi, Idulfitri and joint leave'],
    ['2026-03-21 10.00', 1, 'Kamis, 26 Maret 2026, 16.00 WIB', 'on Idulfitri itself'],
    ['2026-03-17 17.00', 5, 'Rabu, 1 April 2026, 16.00 WIB', 'five days over Idulfitri and a month end'],
    ['2026-12-31 10.00', 1, 'Senin, 4 Januari 2027, 16.00 WIB', '31 December, a Thursday: New Year is a Friday'],
    ['2026-12-31 17.00', 3, 'Jumat, 8 Januari 2027, 16.00 WIB', 'the evening of 31 December; 5 January is a holiday'],
    ['2026-12-23 10.00', 1, 'Senin, 28 Desember 2026, 16.00 WIB', 'joint leave and Christmas'],
    ['2026-07-31 10.00', 1, 'Senin, 3 Agustus 2026, 16.00 WIB', 'a month that ends on a Friday'],
    ['2028-02-28 10.00', 1, 'Selasa, 29 Februari 2028, 16.00 WIB', 'a leap day'],
    ['2026-08-14 10.00', 1, 'Selasa, 18 Agustus 2026, 16.00 WIB', 'Independence Day on a Monday'],
    ['2026-07-17 15.59', 1, 'Senin, 20 Juli 2026, 16.00 WIB', 'a minute before Friday ends: Monday'],
    ['2026-07-17 16.00', 1, 'Selasa, 21 Juli 2026, 16.00 WIB', 'when Friday has ended: Tuesday'],
    ['2026-03-13 17.00', 3, 'Kamis, 26 Maret 2026, 16.00 WIB', 'acceptance over Idulfitri with joint leave'],
    [
      '2026-03-16 10.00',
      14,
      'Senin, 13 April 2026, 16.00 WIB',
      'co-ordination over Idulfitri, a month end and Good Friday',
    ],
    ['2026-04-30 10.00', 1, 'Senin, 4 Mei 2026, 16.00 WIB', 'a month end before Labour Day, a Friday'],
    ['2026-02-27 16.30', 1, 'Selasa, 3 Maret 2026, 16.00 WIB', 'the last working evening of February'],
    ['2026-12-24 10.00', 1, 'Selasa, 29 Desember 2026, 16.00 WIB', 'on joint leave before Christmas'],
    ['2026-12-30 10.00', 1, 'Kamis, 31 Desember 2026, 16.00 WIB', 'the last day of the year is a working day'],
    ['2026-07-13 09.00', 0, 'Senin, 13 Juli 2026, 16.00 WIB', 'no day: the end of this one'],
    ['2026-07-13 09.00', 14, 'Jumat, 31 Juli 2026, 16.00 WIB', 'fourteen working days'],
  ];
  it.each(TABLE)('%s and %i working days is %s (%s)', (from, days, expected) => {
    expect(sayMoment(calendar.endOfWorkingDay(wib(from), days), 'id')).toBe(expected);
  });
});

describe('addWorkingMinutes', () => {
  const TABLE: readonly (readonly [string, number, string])[] = [
    ['2026-07-13 09.00', 120, '2026-07-13 11.00'],
    ['2026-07-17 15.30', 120, '2026-07-20 09.30'],
    ['2026-07-17 18.00', 120, '2026-07-20 10.00'],
    ['2026-07-13 14.00', 120, '2026-07-13 16.00'],
    ['2026-03-17 15.00', 120, '2026-03-25 09.00'],
    ['2026-12-31 15.00', 120, '2027-01-04 09.00'],
    ['2026-07-13 09.00', 0, '2026-07-13 09.00'],
    ['2026-07-13 08.00', 960, '2026-07-14 16.00'],
  ];
  it.each(TABLE)('%s and %i minutes is %s', (from, minutes, expected) => {
    expect(calendar.addWorkingMinutes(wib(from), minutes)).toEqual(wib(expected));
  });
});

describe('workingMinutesBetween', () => {
  const TABLE: readonly (readonly [string, string, number])[] = [
    ['2026-07-13 09.00', '2026-07-13 11.00', 120],
    ['2026-07-17 15.00', '2026-07-20 09.00', 120],
    ['2026-07-18 09.00', '2026-07-19 09.00', 0],
    ['2026-07-13 11.00', '2026-07-13 09.00', 0],
    ['2026-03-17 08.00', '2026-03-25 16.00', 960],
    ['2026-07-13 00.00', '2026-07-13 23.59', 480],
  ];
  it.each(TABLE)('from %s to %s are %i', (from, to, minutes) => {
    expect(calendar.workingMinutesBetween(wib(from), wib(to))).toBe(minutes);
  });

  it('is the inverse of addWorkingMinutes, from any moment of a year and for any time', () => {
    for (let hour = 0; hour < 365 * 24; hour += 37) {
      const from = new Date(Date.UTC(2026, 0, 1) + hour * 3_600_000);
      const minutes = (hour * 13) % 4_000;
      const to = calendar.addWorkingMinutes(from, minutes);
      expect([from.toISOString(), calendar.workingMinutesBetween(from, to)]).toEqual([from.toISOString(), minutes]);
    }
  });
});

describe("staff's own list", () => {
  it('can declare a holiday of the calendar, and a Saturday, a working day', () => {
    const own = openCalendar({
      ...RULES,
      daysOff: [
        { day: '2026-08-17', isOff: false, name: '' },
        { day: '2026-07-18', isOff: false, name: '' },
      ],
    });
    expect([own.isWorkingDay('2026-08-17'), own.isWorkingDay('2026-07-18')]).toEqual([true, true]);
    expect([calendar.isWorkingDay('2026-08-17'), calendar.isWorkingDay('2026-07-18')]).toEqual([false, false]);
  });
});
