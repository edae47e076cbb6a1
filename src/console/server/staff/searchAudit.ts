import type { Knowledge } from '../../../knowledge/index.ts';
import type { AuditActor } from '../../../staff/index.ts';
import type { searchAudit } from '../../contract/staff.ts';
import type { Desk } from '../desk.ts';
import type { Handler } from '../serveCall.ts';

/** Looks into the log; days are days in WIB. */
export function searchAuditWith({ audit }: Desk, knowledge: () => Knowledge): Handler<typeof searchAudit> {
  return async ({ query: { page, size, words, act, by, from, until } }) => {
    const { entries, total } = await audit.search({
      words,
      act,
      by: actorsOf(by),
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
        actor: rest.actorKind === 'liaison' ? unitName(knowledge(), actorName) : actorName,
        details: { ...details },
      })),
    };
  };
}

function actorsOf(by: 'people' | AuditActor | 'all'): readonly AuditActor[] | undefined {
  if (by === 'all') return undefined;
  return by === 'people' ? ['staff', 'liaison'] : [by];
}

/** An official is known by the unit alone. */
function unitName({ liaisons }: Knowledge, key: string): string {
  const unit = liaisons.get(key);
  return unit?.shortName?.id ?? unit?.name.id ?? key;
}

const DAY_MS = 24 * 3_600_000;

function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+07:00`);
}
