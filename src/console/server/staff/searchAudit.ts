import type { searchAudit } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import type { Handler } from '../serveCall.ts';

/** Looks into the log; days are days in WIB. */
export function searchAuditWith({ audit }: Desk): Handler<typeof searchAudit> {
  return async ({ query: { page, size, words, act, from, until } }) => {
    const { entries, total } = await audit.search({
      words,
      act,
      from: from ? startOfDay(from) : undefined,
      until: until ? new Date(startOfDay(until).getTime() + DAY_MS) : undefined,
      limit: size,
      offset: (page - 1) * size,
    });
    return {
      total,
      entries: entries.map(({ at, actorName, actorId: _, details, ...rest }) => ({
        ...rest,
        at: at.toISOString(),
        actor: actorName,
        details: { ...details },
      })),
    };
  };
}

const DAY_MS = 24 * 3_600_000;

function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}
