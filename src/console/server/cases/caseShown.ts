import { type Case, type CaseFile, CENTRE, LIFECYCLE } from '../../../cases/index.ts';
import type { Knowledge } from '../../../knowledge/index.ts';
import type { CaseShown, ListedCase } from '../../contract/cases.ts';
import { deliveryShown } from '../deliveries/deliveryShown.ts';
import { nameIn } from '../nameIn.ts';

/** A case as it stands in a list. */
export function listedCase(kase: Case, knowledge: Knowledge, now: Date): ListedCase {
  const { number, topic, state, unit, isUrgent, attention, dueAt, dueFor, handledBy, mergedInto } = kase;
  return {
    ...{ number, topic, state, unit, isUrgent, attention, dueFor, handledBy, mergedInto },
    product: kase.product === null ? null : nameIn(knowledge.products, kase.product),
    destination: kase.destination === null ? null : nameIn(knowledge.destinations, kase.destination),
    problem: kase.personal?.problem ?? '',
    unitName: nameOf(unit ?? CENTRE, knowledge),
    openedAt: kase.openedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    isOverdue: dueAt !== null && dueAt < now,
  };
}

const TOLD = ['goods', 'place', 'since', 'perishable', 'company', 'email'] as const;

/** A case whole, with its talk, its events and what can be done. */
export function caseShown(file: CaseFile, knowledge: Knowledge, now: Date): CaseShown {
  const { kase, others } = file;
  const { channel, language, door, isShared, outcome, isResolved, exportValue, personal } = kase;
  return {
    ...listedCase(kase, knowledge, now),
    ...{ channel, language, door, isShared, outcome, isResolved, exportValue },
    agreement: kase.agreement === null ? null : nameIn(knowledge.agreements, kase.agreement),
    promisedAt: kase.promisedAt?.toISOString() ?? null,
    isErased: kase.erasedAt !== null,
    version: kase.shownVersion,
    talk: kase.conversationKey,
    told: TOLD.flatMap((field) => (personal?.[field] ? [{ field, words: personal[field] }] : [])),
    transcript: [...(personal?.transcript ?? [])],
    events: eventsShown(file, knowledge),
    others: others.map((other) => listedCase(other, knowledge, now)),
    acts: kase.erasedAt ? [] : actsIn(kase),
  };
}

function eventsShown({ events, told }: CaseFile, knowledge: Knowledge): CaseShown['events'] {
  const toldBy = new Map(told.map((one) => [one.version, one]));
  return events.map(({ version, kind, actor, words, state, detail, at }) => {
    const { until, outcome, other, from, to } = detail;
    const delivery = toldBy.get(version);
    return {
      ...{ kind, words, state },
      actorKind: actor.kind,
      actor: actor.kind === 'liaison' ? nameOf(actor.name ?? '', knowledge) : (actor.name ?? ''),
      detail: {
        ...{ ...(until && { until }), ...(outcome && { outcome }), ...(other && { other }) },
        ...(from && { from: nameOf(from, knowledge) }),
        ...(to && { to: nameOf(to, knowledge) }),
      },
      at: at.toISOString(),
      told: delivery ? deliveryShown(delivery) : null,
    };
  });
}

function actsIn({ state, mergedInto }: Case): string[] {
  return Object.entries(LIFECYCLE)
    .filter(([act, { from, by }]) => from.includes(state) && by.includes('staff') && (!mergedInto || act === 'note'))
    .map(([act]) => act);
}

function nameOf(unit: string, { liaisons }: Knowledge): string {
  const known = liaisons.get(unit);
  return known?.shortName?.id ?? known?.name.id ?? unit;
}
