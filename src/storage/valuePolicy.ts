import pg from 'pg';

const { builtins } = pg.types;
const RAW = new Set<number>([builtins.DATE, builtins.NUMERIC]);

/**
 * How values of the database look in TypeScript, the same in every query:
 * `bigint` is a number (and an error beyond 2^53, never a rounded one), `timestamptz` a Date, `date` and `numeric`
 * stay the text they are: a day has no hour, a fee no binary fraction.
 */
export const valuePolicy: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === builtins.INT8) return wholeNumber;
    if (RAW.has(oid)) return asWritten;
    return pg.types.getTypeParser(oid, format);
  },
};

function wholeNumber(written: string): number {
  const value = Number(written);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${written} is beyond 2^53`);
  return value;
}

function asWritten(written: string): string {
  return written;
}
