/** Failed attempts to sign in to one account, as they are kept. */
export interface Failures {
  readonly count: number;
  readonly lastAt: Date;
}

const FREE_ATTEMPTS = 5;
const FIRST_LOCK_MS = 60_000;
const LONGEST_LOCK_MS = 3_600_000;
const FORGOTTEN_AFTER_MS = 24 * 3_600_000;

/**
 * Until when nobody may try a password of this account again; null: they may.
 *
 * Five tries are free, then a minute, doubled by each further failure up to an hour: a person with a forgotten
 * password waits little, a guesser gets a handful of tries a day. A day without failures is a new beginning.
 */
export function lockedUntil(failures: Failures | null, now: Date): Date | null {
  if (!failures || isForgotten(failures, now)) return null;
  const excess = failures.count - FREE_ATTEMPTS;
  if (excess < 0) return null;
  const until = new Date(failures.lastAt.getTime() + Math.min(LONGEST_LOCK_MS, FIRST_LOCK_MS * 2 ** excess));
  return until > now ? until : null;
}

/** The failures after one more. */
export function oneMoreFailure(failures: Failures | null, now: Date): Failures {
  const before = failures && !isForgotten(failures, now) ? failures.count : 0;
  return { count: before + 1, lastAt: now };
}

function isForgotten({ lastAt }: Failures, now: Date): boolean {
  return now.getTime() - lastAt.getTime() > FORGOTTEN_AFTER_MS;
}
