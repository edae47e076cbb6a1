/** Everything about waiting between attempts, in milliseconds. */

const LONGEST_MS = 600_000;

/**
 * How long to wait before the next attempt: twice as long each time, ten minutes at most, and never quite the same, so
 * that many do not come back at one moment.
 *
 * @param chance between 0 and 1
 * @param base 2, or 4 for one person who was sent too much, as Meta asks
 */
export function waitBefore(attempts: number, chance: number, base: 2 | 4 = 2): number {
  const wait = Math.min(LONGEST_MS, 1_000 * base ** Math.max(1, attempts));
  return Math.round(wait * (1 + chance / 5));
}

/** How long a status may take to tell of a message whose answer never came. */
export function waitForStatus(attempts: number): number {
  return 30_000 * Math.max(1, attempts);
}

/** How long a lane is ours: longer than one attempt takes, and short, for a dead process holds it until then. */
export const LEASE_MS = 20_000;

const DAY_MS = 24 * 3_600_000;
/** What takes its time on the way must not arrive too late. */
const MARGIN_MS = 60_000;

/** Whether anything may be said, and not only templates. */
export function isOpen(person: { lastInboundAt: Date; shutAt: Date | null }, now: Date): boolean {
  if (person.shutAt && person.shutAt >= person.lastInboundAt) return false;
  return now.getTime() < person.lastInboundAt.getTime() + DAY_MS - MARGIN_MS;
}
