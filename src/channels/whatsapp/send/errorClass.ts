import type { Failure } from '../receive/events.ts';

/**
 * What an error of the Graph API means for us.
 *
 * `again`: later; `slower`: later, and this person has had too many; `stopped`: nothing goes out until the operator has
 * mended something; `parked`: her 24 hours are over; `failed`: this message never, others may.
 */
export type ErrorClass = 'again' | 'slower' | 'stopped' | 'parked' | 'failed';

/** By Meta's code: titles and texts change, codes do not. */
const CLASSES: readonly (readonly [ErrorClass, readonly number[]])[] = [
  ['again', [1, 2, 4, 80007, 130429, 131000, 131016, 131057, 133004]],
  ['slower', [131056]],
  ['stopped', [0, 3, 10, 190, 368, 131031, 130497, 131042, 131045, 131037, 133010]],
  ['parked', [131047]],
];

/**
 * The class of an error.
 *
 * @param code Meta's, undefined when the answer held none
 * @param status HTTP status of the answer, 0 when it came by webhook
 */
export function errorClassOf(code: number | undefined, status: number): ErrorClass {
  if (code !== undefined) {
    // 200 to 299: a permission was taken away.
    if (code >= 200 && code <= 299) return 'stopped';
    const known = CLASSES.find(([, codes]) => codes.includes(code));
    if (known) return known[0];
  }
  if (status === 401 || status === 403) return 'stopped';
  return status >= 500 || status === 429 ? 'again' : 'failed';
}

/** What to do about a message that failed after it was accepted; such news never stop the whole number. */
export function failureOf(code: number): Failure {
  const found = errorClassOf(code, 0);
  if (found === 'again' || found === 'slower') return { code, next: 'again' };
  return { code, next: found === 'parked' ? 'parked' : 'failed' };
}
