import { type Case, type CaseFile, CENTRE, LIFECYCLE } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import type { CaseShown, ListedCase } from '../../contract/cases.ts';

/** A case as it stands in a list. */
export function listedCase(kase: Case, knowledge: Knowledge, now: Date): ListedCase {
  const { number, topic, state, unit, isUrgent, attention, dueAt, dueFor } = kase;
  return {
    ...{ number, topic, state, unit, isUrgent, attention, dueFor },
    problem: kase.personal?.problem ?? '',
    unitName: nameOf(unit ?? CENTRE, knowledge),
    openedAt: kase.openedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    isOverdue: dueAt !== null && dueAt < now,
  };
}

const TOLD = ['goods', 'place', 'since', 'perishable', 'company', 'email'] as const;

/** A case whole, with its talk, its events and what can be done. */
export function caseShown({ kase, events }: CaseFile, knowledge: Knowledge, now: Date): CaseShown {
  const { channel, language, door, agreement, product, destination, isShared, outcome, personal } = kase;
  return {
    ...listedCase(kase, knowledge, now),
    ...{ channel, language, door, agreement, product, destination, isShared, outcome },
    promisedAt: kase.promisedAt?.toISOString() ?? null,
    isErased: kase.erasedAt !== null,
    version: kase.shownVersion,
    told: TOLD.flatMap((field) => (personal?.[field] ? [{ field, words: personal[field] }] : [])),
    transcript: [...(personal?.transcript ?? [])],
    events: events.map(({ kind, actor, words, state, detail, at }) => ({
      ...{ kind, words, state },
      actorKind: actor.kind,
      actor: actor.kind === 'liaison' ? nameOf(actor.name ?? '', knowledge) : (actor.name ?? ''),
      detail: {
        ...(detail.until && { until: detail.until }),
        ...(detail.outcome && { outcome: detail.outcome }),
        ...(detail.from && { from: nameOf(detail.from, knowledge) }),
        ...(detail.to && { to: nameOf(detail.to, knowledge) }),
      },
      at: at.toISOString(),
    })),
    acts: kase.erasedAt ? [] : actsIn(kase),
  };
}

function actsIn({ state }: Case): string[] {
  return Object.entries(LIFECYCLE)
    .filter(([, { from, by }]) => from.includes(state) && by.includes('staff'))
    .map(([act]) => act);
}

function nameOf(unit: string, { liaisons }: Knowledge): string {
  const known = liaisons.get(unit);
  return known?.shortName?.id ?? known?.name.id ?? unit;
}
